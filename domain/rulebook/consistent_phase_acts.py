"""Acts of a phase: what they ask for is there, what they wait for comes, and no two do the same at once."""

from collections.abc import Iterator
from datetime import timedelta

from domain.kernel.values import Phase
from domain.rulebook.calls import RECEIVED
from domain.rulebook.consistent_gates import must_last, no_grid
from domain.rulebook.course import (
    AdvanceByItself,
    AfterItem,
    AfterStage,
    AskFor,
    AtACadence,
    OpenReviewInPhase,
    PhaseAct,
    PhaseMoment,
)
from domain.rulebook.findings import Finding, Path, unknown
from domain.rulebook.gates import GateItem, ItemsRule, ReviewRule
from domain.rulebook.lengths import lengths
from domain.rulebook.whole import PhaseRule, Rulebook

OFTEN = timedelta(days=1)
"""Nobody is asked more often than once a day."""
_ONE_OF_SEVERAL = frozenset({"deliverable", "gate-item"})
"""What is asked for by its key."""
_ABOUT_THE_FILE = frozenset({"gate", "evaluation", "call"})
"""What a question in a phase may be about."""


def phase_act_mistakes(path: Path, phase: Phase, rule: PhaseRule, rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the acts of a phase."""
    for index, act in enumerate(rule.course):
        where = (*path, index)
        match act:
            case AdvanceByItself():
                yield from _advance(where, index, phase, rule, rulebook)
            case OpenReviewInPhase():
                yield from _question(where, act, rulebook)
                yield from _moment((*where, "when"), act.when, rule, rulebook)
                yield from _waits_for_itself(where, act, rule)
            case AskFor():
                yield from _asked_for(where, act, phase, rule, rulebook)
                yield from _moment((*where, "when"), act.when, rule, rulebook)
        yield from _again(where, act, rule.course[:index])


def _advance(path: Path, index: int, phase: Phase, rule: PhaseRule, rulebook: Rulebook) -> Iterator[Finding]:
    if rulebook.phase_after(phase) is None:
        fr, en = "c’est la dernière phase : rien ne la suit", "this is the last phase: nothing follows it"
        yield Finding((*path, "does"), fr, en)
    if any(isinstance(one, AdvanceByItself) for one in rule.course[:index]):
        fr, en = (
            "un autre acte passe déjà à la phase suivante",
            "another act goes on to the next phase already",
        )
        yield Finding((*path, "does"), fr, en)


def _question(path: Path, act: OpenReviewInPhase, rulebook: Rulebook) -> Iterator[Finding]:
    question = rulebook.question(act.review)
    if question is None:
        yield no_question((*path, "review"), act.review, rulebook)
    elif question.about not in _ABOUT_THE_FILE and rulebook.instruments:
        fr = f"{act.review} porte sur un financement : à demander dans le dispositif"
        yield Finding((*path, "review"), fr, f"{act.review} is about a funding: ask it in the instrument")


def no_question(path: Path, given: str, rulebook: Rulebook) -> Finding:
    """A question that the rulebook does not have."""
    known = [one.review for one in rulebook.reviews]
    return unknown(path, given, known, "pas d’avis à rendre", "no review")


def _moment(path: Path, when: PhaseMoment, rule: PhaseRule, rulebook: Rulebook) -> Iterator[Finding]:
    match when:
        case AfterItem(item=item) if rule.item(item) is None:
            yield _no_item((*path, "item"), item, rule)
        case AfterStage(stage=stage):
            stages = [RECEIVED, *(one.stage for one in rulebook.calls.funnel)] if rulebook.calls else []
            if stage not in stages:
                yield unknown((*path, "stage"), stage, stages, "pas d’étape d’appel", "no stage of a call")
        case AtACadence(every=every) if lengths(every)[0] < OFTEN:
            fr, en = f"{every} : au plus une fois par jour", f"{every}: at most once a day"
            yield Finding((*path, "every"), fr, en)


def _no_item(path: Path, given: str, rule: PhaseRule) -> Finding:
    known = [one.item for one in rule.gate]
    return unknown(path, given, known, "pas de point de passage ici", "no gate item here")


def _waits_for_itself(path: Path, act: OpenReviewInPhase, rule: PhaseRule) -> Iterator[Finding]:
    """An item that holds only once the question is answered is no moment at which to ask it."""
    if isinstance(act.when, AfterItem) and act.review in _answers(rule, act.when.item, frozenset()):
        fr = f"{act.when.item} attend déjà la réponse à {act.review}"
        yield Finding(
            (*path, "when", "item"), fr, f"{act.when.item} already waits for the answer to {act.review}"
        )


def _answers(rule: PhaseRule, key: str, seen: frozenset[str]) -> frozenset[str]:
    """The questions that must have been answered before an item holds."""
    item = rule.item(key)
    match item.needs if item and key not in seen else None:
        case ReviewRule(review=review):
            return frozenset({review})
        case ItemsRule(of=items, at_least=least) if least == len(items):
            return frozenset().union(*(_answers(rule, one, seen | {key}) for one in items))
    return frozenset()


def _asked_for(
    path: Path, act: AskFor, phase: Phase, rule: PhaseRule, rulebook: Rulebook
) -> Iterator[Finding]:
    yield from must_last((*path, "within"), act.within)
    if act.what == "evaluation" and rulebook.evaluation is None:
        yield no_grid((*path, "what"))
    if (act.of is not None) != (act.what in _ONE_OF_SEVERAL):
        yield _of(path, act)
        return
    items, deliverables = [one.item for one in rule.gate], rulebook.deliverables(phase)
    if act.what == "deliverable" and act.of not in deliverables:
        yield unknown((*path, "of"), str(act.of), deliverables, "pas de livrable ici", "no deliverable here")
    if act.what == "gate-item" and act.of not in items:
        yield _no_item((*path, "of"), str(act.of), rule)
    if isinstance(act.when, AfterItem) and act.when.item == act.of:
        fr, en = f"{act.of} y est déjà à ce moment", f"{act.of} is there by then"
        yield Finding((*path, "when", "item"), fr, en)


def _of(path: Path, act: AskFor) -> Finding:
    if act.of is None:
        fr, en = f"what: {act.what} demande of : lequel ?", f"what: {act.what} needs of: which one?"
        return Finding((*path, "what"), fr, en, given="of")
    fr, en = f"of ne dit rien de what: {act.what}", f"of says nothing of what: {act.what}"
    return Finding((*path, "of"), fr, en)


def _again(path: Path, act: PhaseAct, earlier: tuple[PhaseAct, ...]) -> Iterator[Finding]:
    """Another act that asks the same thing at the same time."""
    for other in earlier:
        if _same_thing(act, other) and _same_time(act, other):
            fr, en = f"{other.act} le demande déjà à ce moment", f"{other.act} asks for it already by then"
            yield Finding((*path, "when"), fr, en)
            return


def _same_thing(act: PhaseAct, other: PhaseAct) -> bool:
    match act, other:
        case OpenReviewInPhase(review=one), OpenReviewInPhase(review=two):
            return one == two
        case AskFor(), AskFor():
            return (act.what, act.of) == (other.what, other.of)
    return False


def _same_time(act: PhaseAct, other: PhaseAct) -> bool:
    if isinstance(act, AdvanceByItself) or isinstance(other, AdvanceByItself):
        return False
    return act.when == other.when or act.when.after == other.when.after == "cadence"


def brought_about(act: PhaseAct, item: GateItem) -> bool:
    """Whether an act is what brings an item of the gate about: the answer that it asks for, the item itself."""
    match act, item.needs:
        case OpenReviewInPhase(review=asked), ReviewRule(review=needed):
            return asked == needed
        case AskFor(what="deliverable" | "gate-item", of=of), _:
            return of == item.item
        case AskFor(what="evaluation"), needs:
            return needs.rule == "evaluation"
    return False
