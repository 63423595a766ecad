"""Deadlines, their ladders and their silence: what they name is there, and every clock has an end."""

from collections.abc import Iterator

from domain.rulebook.complete_gate import GOING_ON, CompleteGate
from domain.rulebook.consistent_gates import must_last, no_grid, unknown_occasion
from domain.rulebook.deadlines import FIXED_TERMS, DeadlineRule, Rung, Silence
from domain.rulebook.expected_end import EXPECTED_END
from domain.rulebook.findings import Finding, Path, twice, unknown
from domain.rulebook.lengths import is_negative, is_positive, lengths, lies_before
from domain.rulebook.pauses import PAUSE_END, Pauses
from domain.rulebook.whole import PhaseRule, Rulebook

RECURRENT = frozenset({"last-contact", "last-evaluation", "last-occasion", "last-deliverable", "last-review"})
"""What counts anew each time that it is done."""

_SILENCE_ABOUT = {
    "granted": ("abandonment-request",),
    "refused": ("abandonment-request",),
    "withdrawn": ("completion-request", "application"),
}


def deadline_mistakes(rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the deadlines and with their ladders."""
    yield from twice(("deadlines",), [one.deadline for one in rulebook.deadlines], "deadline")
    for index, rule in enumerate(rulebook.deadlines):
        path = ("deadlines", index)
        yield from _references(path, rule, rulebook)
        yield from _clock(path, rule)
        if rule.silence:
            yield from _silence((*path, "silence"), rule, rule.silence, rulebook)
        yield from nobody_owes(path, rule.ladder, rulebook)
    for phase, phase_rule in rulebook.phases.items():
        yield from _expected_end(("phases", str(phase)), phase_rule, rulebook)
        if phase_rule.complete:
            yield from _going_on(
                ("phases", str(phase), "complete"), phase_rule, phase_rule.complete, rulebook
            )
    if rulebook.pauses:
        yield from _pauses(("pauses",), rulebook.pauses, rulebook)
    for key, rungs in rulebook.ladders.items():
        yield from _ladder(("ladders", key), rungs)


def _expected_end(path: Path, phase: PhaseRule, rulebook: Rulebook) -> Iterator[Finding]:
    if phase.ladder is None:
        return
    yield from known_ladder((*path, "ladder"), phase.ladder, rulebook)
    yield from nobody_owes(path, phase.ladder, rulebook)
    if EXPECTED_END in {*(one.deadline for one in rulebook.deadlines), *(act.act for act in phase.course)}:
        fr = f"{EXPECTED_END} désigne déjà la fin attendue de la phase"
        yield Finding((*path, "ladder"), fr, f"{EXPECTED_END} is what its expected end is called already")


def _going_on(path: Path, phase: PhaseRule, complete: CompleteGate, rulebook: Rulebook) -> Iterator[Finding]:
    yield from known_ladder((*path, "ladder"), complete.ladder, rulebook)
    yield from nobody_owes(path, complete.ladder, rulebook)
    yield from must_last((*path, "within"), complete.within)
    if not phase.gate:
        fr = "le passage ne demande rien : ce délai ne commence jamais"
        yield Finding(path, fr, "the gate asks for nothing: this time never begins")
    if GOING_ON in {*(one.deadline for one in rulebook.deadlines), *(act.act for act in phase.course)}:
        fr = f"{GOING_ON} désigne déjà le passage à la suite"
        yield Finding((*path, "ladder"), fr, f"{GOING_ON} is what going on is called already")


def _pauses(path: Path, pauses: Pauses, rulebook: Rulebook) -> Iterator[Finding]:
    yield from known_ladder((*path, "ladder"), pauses.ladder, rulebook)
    yield from nobody_owes(path, pauses.ladder, rulebook)
    yield from must_last((*path, "every"), pauses.every)
    if PAUSE_END in {one.deadline for one in rulebook.deadlines}:
        fr = f"{PAUSE_END} désigne déjà la fin d’une pause"
        yield Finding((*path, "ladder"), fr, f"{PAUSE_END} is what the end of a pause is called already")


def known_ladder(path: Path, ladder: str, rulebook: Rulebook) -> Iterator[Finding]:
    """A ladder that is named must be there."""
    if ladder not in rulebook.ladders:
        yield unknown(path, ladder, rulebook.ladders, "pas d’échelle", "no ladder")


def nobody_owes(path: Path, ladder: str, rulebook: Rulebook) -> Iterator[Finding]:
    """Only panels and fundings know who owes the next step; deadlines of a file name whom they remind."""
    if any(rung.to == "owing" for rung in rulebook.ladders.get(ladder, ())):
        fr = "owing ne vaut que pour les instances et les financements : nommez les destinataires"
        en = "owing is for panels and fundings alone: name the recipients"
        yield Finding((*path, "ladder"), fr, en, given=ladder)


def _references(path: Path, rule: DeadlineRule, rulebook: Rulebook) -> Iterator[Finding]:
    yield from known_ladder((*path, "ladder"), rule.ladder, rulebook)
    yield from twice((*path, "phases"), rule.phases)
    if rule.occasion and rule.occasion not in rulebook.occasions:
        yield unknown_occasion((*path, "occasion"), rule.occasion, rulebook)
    if rule.review and rulebook.question(rule.review) is None:
        questions = [one.review for one in rulebook.reviews]
        yield unknown((*path, "review"), rule.review, questions, "pas de question", "no question")
    if rule.after == "last-evaluation" and rulebook.evaluation is None:
        yield no_grid((*path, "after"))
    if rule.item:
        items = [item.item for phase in rulebook.phases.values() for item in phase.gate]
        if rule.item not in items:
            yield unknown((*path, "item"), rule.item, items, "pas de point de passage", "no gate item")
    if rule.until:
        yield from _until((*path, "until"), rule, rule.until, rulebook)


def _until(path: Path, rule: DeadlineRule, until: str, rulebook: Rulebook) -> Iterator[Finding]:
    used = [phase for phase in rule.phases if phase in rulebook.phases]
    items = [item.item for phase in used for item in rulebook.phases[phase].gate]
    without = [str(phase) for phase in used if rulebook.phases[phase].item(until) is None]
    if used and until not in items:
        yield unknown(path, until, items, "pas de point de passage", "no gate item")
    elif without:
        named = ", ".join(without)
        fr = f"{until} n’est pas un point de passage de : {named} ; limitez phases"
        yield Finding(path, fr, f"{until} is no gate item of {named}: narrow phases down", given=until)


def _clock(path: Path, rule: DeadlineRule) -> Iterator[Finding]:
    where = (*path, "within")
    if rule.after in RECURRENT and not is_positive(rule.within):
        fr = f"{rule.within} : l’échéance reviendrait sans fin"
        yield Finding(where, fr, f"{rule.within}: the deadline would come back without end")
    elif rule.after not in FIXED_TERMS - {"each-year"} and is_negative(rule.within):
        fr = f"{rule.within} : l’échéance serait passée avant de commencer"
        yield Finding(where, fr, f"{rule.within}: the deadline would have passed before it begins")


def _silence(path: Path, rule: DeadlineRule, silence: Silence, rulebook: Rulebook) -> Iterator[Finding]:
    where = (*path, "counts_as")
    if silence.counts_as == "met" and rule.until is None:
        fr = "le silence tient pour acquis le point de until : ajoutez until"
        yield Finding(where, fr, "silence holds the item of until: add until", given="until")
    about = _SILENCE_ABOUT.get(silence.counts_as)
    if about and rule.after not in about:
        named = ", ".join(about)
        fr = f"{silence.counts_as} répond à after: {named}, pas à {rule.after}"
        yield Finding(where, fr, f"{silence.counts_as} answers after: {named}, not {rule.after}")
    rungs = rulebook.ladders.get(rule.ladder)
    if rungs and not any(_may_warn(rule, rung) for rung in rungs):
        fr = "personne n’est relancé avant que le silence compte : ajoutez un échelon avant l’échéance"
        en = "nobody is reminded before silence counts: add a rung before the due date"
        yield Finding(path, fr, en)
    if is_negative(silence.forecast):
        yield from must_last((*path, "forecast"), silence.forecast)


def _may_warn(rule: DeadlineRule, rung: Rung) -> bool:
    """Whether a rung goes out at the due date or earlier, but not before the deadline begins."""
    return not is_positive(rung.offset) and not is_sent_too_early(rule, rung)


def is_sent_too_early(rule: DeadlineRule, rung: Rung) -> bool:
    """Whether a rung lies before its deadline begins, from whatever day it counts: it is never sent."""
    return rule.after not in FIXED_TERMS - {"each-year"} and lies_before(rung.offset, rule.within)


def _ladder(path: Path, rungs: tuple[Rung, ...]) -> Iterator[Finding]:
    if not rungs:
        yield Finding(path, "une échelle a au moins un échelon", "a ladder has at least one rung")
    yield from twice(path, [rung.rung for rung in rungs], "rung")
    seen: dict[object, str] = {}
    for index, rung in enumerate(rungs):
        other = seen.setdefault(lengths(rung.offset), rung.rung)
        if other != rung.rung:
            fr = f"{other} tombe le même jour : un seul des deux partirait"
            yield Finding(
                (*path, index, "offset"), fr, f"{other} falls on the same day: only one would go out"
            )
