"""Deadlines that never begin, reminders that are never sent, deadlines that cross."""

from collections.abc import Iterator

from domain.kernel.values import Role
from domain.rulebook.consistent_course import courses
from domain.rulebook.consistent_deadlines import is_sent_too_early
from domain.rulebook.deadlines import DeadlineRule
from domain.rulebook.expected_end import expected_end
from domain.rulebook.findings import Finding, Path, warning
from domain.rulebook.gates import CharterRule, ItemsRule
from domain.rulebook.lengths import is_longer, is_negative, is_positive, lengths
from domain.rulebook.sense_of_funding import unsent
from domain.rulebook.whole import Rulebook

_YEAR = "P1Y"


def deadline_warnings(rulebook: Rulebook) -> Iterator[Finding]:
    """What is strange about the deadlines and their ladders."""
    for index, rule in enumerate(rulebook.deadlines):
        path = ("deadlines", index)
        yield from _never_begins(path, rule, rulebook)
        yield from _too_late(path, rule, rulebook)
        yield from _rungs(path, rule, rulebook)
        yield from _crossing(path, rule, rulebook)
    for phase in rulebook.phases:
        for rule in expected_end(rulebook, phase):
            yield from _rungs(("phases", str(phase)), rule, rulebook)
        if complete := rulebook.phases[phase].complete:
            where: Path = ("phases", str(phase), "complete", "ladder")
            yield from unsent(where, complete.ladder, complete.within, rulebook)
    yield from _ladders(rulebook)


def _never_begins(path: Path, rule: DeadlineRule, rulebook: Rulebook) -> Iterator[Finding]:
    used = [phase for phase in rule.phases if phase in rulebook.phases]
    if not used:
        fr, en = "ce programme n’a aucune de ces phases", "this programme has none of these phases"
        yield warning((*path, "phases"), fr, en)
        return
    having = [phase for phase, one in rulebook.phases.items() if rule.item and one.item(rule.item)]
    if having and min(phase.number for phase in having) > max(phase.number for phase in used):
        fr = f"{rule.item} n’est acquis que dans une phase d’après"
        yield warning((*path, "item"), fr, f"{rule.item} is only met in a later phase")
    if rule.after == "application" and (rulebook.calls is None or not rulebook.calls.calls):
        fr, en = "personne ne candidate : il n’y a pas d’appel", "nobody applies: there is no call"
        yield warning((*path, "after"), fr, en)
    if rule.after == "charter-term" and is_negative(rule.within):
        yield from _charter(path, rule, rulebook)


def _charter(path: Path, rule: DeadlineRule, rulebook: Rulebook) -> Iterator[Finding]:
    """Due before a charter of the longest term is even signed."""
    needs = [item.needs for phase in rulebook.phases.values() for item in phase.gate]
    terms = [one.term for one in needs if isinstance(one, CharterRule) and one.term]
    if terms and all(-lengths(rule.within)[1] > lengths(term)[1] for term in terms):
        fr, en = "la charte dure moins longtemps que cela", "the charter lasts less than that"
        yield warning((*path, "within"), fr, en)


def _too_late(path: Path, rule: DeadlineRule, rulebook: Rulebook) -> Iterator[Finding]:
    where = (*path, "within")
    if rule.after == "phase-entry":
        phases = [rulebook.phases[phase] for phase in rule.phases if phase in rulebook.phases]
        if phases and all(one.expected and is_longer(rule.within, one.expected) for one in phases):
            fr = "la phase devrait être finie avant cette échéance"
            yield warning(where, fr, "the phase should have ended before this deadline")
    if rule.after == "each-year" and is_longer(rule.within, _YEAR):
        fr, en = "l’année suivante a commencé avant", "the next year begins before it"
        yield warning(where, fr, en)
    if rule.silence and is_longer(rule.silence.forecast, rule.within) and is_positive(rule.within):
        fr = "l’annonce commencerait avant l’échéance elle-même"
        yield warning((*path, "silence", "forecast"), fr, "the forecast would begin before the deadline does")


def _rungs(path: Path, rule: DeadlineRule, rulebook: Rulebook) -> Iterator[Finding]:
    for rung in rulebook.ladders[rule.ladder]:
        if is_sent_too_early(rule, rung):
            fr = f"{rung.rung} n’est jamais envoyé : {rung.offset} tombe avant que l’échéance commence"
            en = f"{rung.rung} is never sent: {rung.offset} lies before the deadline begins"
            yield warning((*path, "ladder"), fr, en)
        late = [one[0] for one in (lengths(rule.within), lengths(rung.offset))]
        if (
            rule.after == "each-year"
            and is_positive(rung.offset)
            and sum(late[1:], late[0]) > lengths(_YEAR)[1]
        ):
            fr = f"{rung.rung} n’est jamais envoyé : l’année suivante a commencé avant"
            yield warning((*path, "ladder"), fr, f"{rung.rung} is never sent: the next year begins before it")


def _crossing(path: Path, rule: DeadlineRule, rulebook: Rulebook) -> Iterator[Finding]:
    """Of two deadlines since entering a phase, the one that needs the other's item is due before it."""
    if rule.after != "phase-entry" or rule.until is None:
        return
    for phase in (one for one in rule.phases if one in rulebook.phases):
        item = rulebook.phases[phase].item(rule.until)
        if item is None or not isinstance(item.needs, ItemsRule) or item.needs.at_least < len(item.needs.of):
            continue
        for other in rulebook.deadlines:
            needed = other.after == "phase-entry" and phase in other.phases and other.until in item.needs.of
            if needed and is_longer(other.within, rule.within):
                fr = f"due avant {other.deadline}, qu’elle demande"
                yield warning((*path, "within"), fr, f"due before {other.deadline}, which it needs")


def _ladders(rulebook: Rulebook) -> Iterator[Finding]:
    used = {
        *(one.ladder for one in rulebook.deadlines),
        *(one.ladder for one in rulebook.phases.values()),
        *(one.complete.ladder for one in rulebook.phases.values() if one.complete),
        *((rulebook.pauses.ladder,) if rulebook.pauses else ()),
        *(one.ladder for one in rulebook.panels),
        *(report.ladder for one in rulebook.instruments for report in one.reports),
        *(step.ladder for one in rulebook.instruments for step in one.steps.values()),
        *(act.ladder for _, course in courses(rulebook) for act in course),
    }
    for key, rungs in rulebook.ladders.items():
        if key not in used:
            yield warning(("ladders", key), "cette échelle ne sert à rien", "nothing uses this ladder")
        reminded = [one.offset for one in rungs if one.to == "managers" and not is_positive(one.offset)]
        for index, rung in enumerate(rungs):
            if isinstance(rung.to, Role) and any(is_longer(one, rung.offset) for one in reminded):
                fr = f"{rung.to} est prévenu avant que les responsables aient été relancés"
                en = f"{rung.to} is told before those in charge have been reminded"
                yield warning(("ladders", key, index, "offset"), fr, en)
