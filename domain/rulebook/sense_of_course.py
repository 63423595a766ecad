"""Acts that never happen, that nobody can answer or that need nobody; acts that ask for what is awaited already."""

from collections.abc import Iterator

from domain.kernel.values import Phase
from domain.rulebook.base import defined
from domain.rulebook.consistent_funding_acts import overlap
from domain.rulebook.consistent_phase_acts import brought_about
from domain.rulebook.course import (
    AdvanceByItself,
    AfterOtherItems,
    AfterRequest,
    AfterStage,
    AskFor,
    AtACadence,
    OnADay,
    OpenReviewInPhase,
    OpenReviewOfRequest,
    PhaseAct,
    PutToDecision,
    RecordDecision,
)
from domain.rulebook.deadlines import DeadlineRule
from domain.rulebook.findings import Finding, Path, warning
from domain.rulebook.funding import Instrument
from domain.rulebook.lengths import is_longer
from domain.rulebook.sense_of_funding import unsent
from domain.rulebook.sense_of_time import reached_too_late
from domain.rulebook.unattended import decided_by_nobody, needs_nobody
from domain.rulebook.whole import PhaseRule, Rulebook


def course_warnings(rulebook: Rulebook) -> Iterator[Finding]:
    """What is strange about the acts."""
    for phase, rule in rulebook.phases.items():
        for index, act in enumerate(rule.course):
            path = ("phases", str(phase), "course", index)
            yield from _in_phase(path, act, phase, rulebook)
    for number, instrument in enumerate(rulebook.instruments):
        yield from _of_instrument(("instruments", number), instrument, rulebook)


def _in_phase(path: Path, act: PhaseAct, phase: Phase, rulebook: Rulebook) -> Iterator[Finding]:
    rule = rulebook.phases[phase]
    match act:
        case AdvanceByItself():
            if needs_nobody(phase, rulebook):
                fr = "la phase passerait sans que personne n’y fasse rien"
                yield warning(
                    (*path, "does"), fr, "the phase would pass without anybody doing anything in it"
                )
            yield from _too_slow(path, act.delay, rule)
            return
        case OpenReviewInPhase(review=review):
            yield from by_hand((*path, "review"), review, rulebook)
            yield from _awaited_already((*path, "review"), act, phase, rulebook)
        case AskFor():
            yield from _awaited_already((*path, "what"), act, phase, rulebook)
            yield from unsent((*path, "ladder"), act.ladder, act.within, rulebook)
    yield from _never(path, act, phase, rulebook)
    if isinstance(act.when, AtACadence):
        yield from _pace(path, act, act.when, rule, rulebook)
    yield from _too_slow(path, act.delay, rule)


def by_hand(path: Path, review: str, rulebook: Rulebook) -> Iterator[Finding]:
    """A question to a panel whose members are named for each review: the service names nobody."""
    panel = defined(rulebook.panel(defined(rulebook.question(review)).panel))
    if panel.named:
        fr = f"{panel.panel} siège par des membres désignés à chaque fois : ce sera toujours à ouvrir à la main"
        en = f"{panel.panel} sits by members named each time: it will always be opened by hand"
        yield warning(path, fr, en)


def _never(
    path: Path, act: OpenReviewInPhase | AskFor, phase: Phase, rulebook: Rulebook
) -> Iterator[Finding]:
    where, rule = (*path, "when"), rulebook.phases[phase]
    match act.when:
        case AfterStage() if rulebook.calls and not rulebook.calls.calls:
            fr, en = "personne ne candidate : il n’y a pas d’appel", "nobody applies: there is no call"
            yield warning((*where, "after"), fr, en)
        case AfterOtherItems() if all(brought_about(act, item) for item in rule.gate):
            fr = "il n’y a pas d’autre point de passage : ce sera dès l’entrée dans la phase"
            yield warning(
                (*where, "after"), fr, "there is no other gate item: it is due on entering the phase"
            )
        case OnADay(date=day):
            if rulebook.period and day < rulebook.period.since:
                fr, en = "avant la période du programme", "before the programme’s period"
                yield warning((*where, "date"), fr, en)
            elif reached_too_late(day, phase, rulebook):
                fr, en = "aucun dossier n’y sera encore ce jour-là", "no file will still be there on that day"
                yield warning((*where, "date"), fr, en)


def _pace(
    path: Path, act: OpenReviewInPhase | AskFor, when: AtACadence, rule: PhaseRule, rulebook: Rulebook
) -> Iterator[Finding]:
    if rule.expected and is_longer(when.every, rule.expected):
        fr, en = "la phase devrait être finie avant", "the phase should have ended before"
        yield warning((*path, "when", "every"), fr, en)
    if isinstance(act, AskFor):
        if is_longer(act.within, when.every):
            fr, en = "on le redemanderait avant l’échéance", "it would be asked for again before it is due"
            yield warning((*path, "within"), fr, en)
        return
    panel = defined(rulebook.panel(defined(rulebook.question(act.review)).panel))
    if when.counting == "asked" and is_longer(panel.within, when.every):
        fr = f"{panel.panel} serait saisie de nouveau avant d’avoir dû répondre"
        yield warning(
            (*path, "when", "every"), fr, f"{panel.panel} would be asked again before it has to answer"
        )


def _too_slow(path: Path, delay: str, rule: PhaseRule) -> Iterator[Finding]:
    if rule.expected and is_longer(delay, rule.expected):
        fr = "annoncé plus longtemps que la phase ne devrait durer"
        yield warning((*path, "delay"), fr, "announced for longer than the phase should last")


def _awaited_already(
    path: Path, act: OpenReviewInPhase | AskFor, phase: Phase, rulebook: Rulebook
) -> Iterator[Finding]:
    """Nobody is asked twice for the same: a deadline of the phase reminds of it by itself."""
    for one in rulebook.deadlines:
        if phase in one.phases and _about_the_same(act, one):
            fr = f"l’échéance {one.deadline} le demande déjà : on serait relancé deux fois"
            en = f"the deadline {one.deadline} asks for it already: people would be reminded twice"
            yield warning(path, fr, en)
            return


def _about_the_same(act: OpenReviewInPhase | AskFor, rule: DeadlineRule) -> bool:
    if isinstance(act, OpenReviewInPhase):
        again = isinstance(act.when, AtACadence)
        return again and rule.after == "last-review" and rule.review == act.review
    match act.what:
        case "evaluation":
            return rule.after == "last-evaluation"
        case "contact":
            return rule.after == "last-contact"
        case "deliverable":
            return act.of in (rule.until, rule.deliverable)
        case "gate-item":
            return act.of == rule.until
    return False


def _of_instrument(path: Path, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    for index, act in enumerate(instrument.course):
        where = (*path, "course", index)
        if isinstance(act, OpenReviewOfRequest):
            yield from by_hand((*where, "review"), act.review, rulebook)
        if isinstance(act, OpenReviewOfRequest | PutToDecision) and isinstance(act.when, AfterRequest):
            yield from _amounts((*where, "when"), act.when, instrument)
        if isinstance(act, PutToDecision):
            yield from _not_waiting(where, act, instrument)
        if isinstance(act, RecordDecision) and decided_by_nobody(instrument, rulebook):
            fr = "un financement serait décidé sans que personne se prononce"
            yield warning((*where, "does"), fr, "a funding would be decided without anybody’s opinion")


def _amounts(path: Path, when: AfterRequest, instrument: Instrument) -> Iterator[Finding]:
    possible = AfterRequest(
        after="request", at_least_cents=instrument.least_cents, up_to_cents=instrument.most_cents
    )
    if not overlap(when, possible):
        fr = "le dispositif n’accorde aucun montant entre ces bornes"
        yield warning(path, fr, "the instrument grants no amount within these bounds")


def _not_waiting(path: Path, act: PutToDecision, instrument: Instrument) -> Iterator[Finding]:
    """The body would decide while the opinion is still being asked for."""
    for other in instrument.course:
        if not isinstance(other, OpenReviewOfRequest) or not isinstance(act.when, AfterRequest):
            continue
        if isinstance(other.when, AfterRequest) and overlap(act.when, other.when):
            fr = f"sans attendre la réponse à {other.review} : écrivez after: conclusion"
            en = f"without waiting for the answer to {other.review}: write after: conclusion"
            yield warning((*path, "when"), fr, en)
            return
