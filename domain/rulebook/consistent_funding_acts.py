"""Acts of an instrument: bodies that decide, amounts in order, tranches that are there, nothing asked twice."""

from collections.abc import Iterator

from domain.kernel.values import Role
from domain.rulebook.consistent_phase_acts import no_question
from domain.rulebook.course import (
    AfterAmendment,
    AfterConclusion,
    AfterRequest,
    AskForTranche,
    FundingAct,
    OpenReviewOfRequest,
    PutToDecision,
    RecordDecision,
)
from domain.rulebook.findings import Finding, Path, twice, unknown
from domain.rulebook.funding import Instrument
from domain.rulebook.whole import Rulebook


def funding_act_mistakes(path: Path, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the acts of an instrument."""
    course = instrument.course
    for index, act in enumerate(course):
        where = (*path, index)
        match act:
            case OpenReviewOfRequest():
                yield from _question(where, act, rulebook)
                yield from _bounds((*where, "when"), act.when)
                yield from _asked_again(where, act, course[:index])
            case PutToDecision():
                yield from _put(where, act, instrument, rulebook)
                yield from _bounds((*where, "when"), act.when)
                yield from _put_again(where, act, course[:index])
            case RecordDecision():
                yield from _recorded(where, instrument, rulebook)
            case AskForTranche():
                yield from _tranches((*where, "tranches"), act, instrument)
        yield from _once(where, act, course[:index])
    yield from _decided_twice(path, instrument, rulebook)


def deciding_panels(instrument: Instrument, rulebook: Rulebook) -> frozenset[str]:
    """The panels that decide about an amount of it, by either circuit."""
    bodies = _bodies(instrument)
    return frozenset(one.panel for one in rulebook.panels if one.mode == "decisive" and one.panel in bodies)


def _bodies(instrument: Instrument) -> frozenset[str]:
    fast = instrument.fast_track.circuit if instrument.fast_track else ()
    return frozenset(str(body) for level in (*instrument.circuit, *fast) for body in level.by)


def overlap(one: AfterRequest, other: AfterRequest) -> bool:
    """Whether some amount lies within the bounds of both."""
    least = max(one.at_least_cents or 0, other.at_least_cents or 0)
    return all(up_to is None or least <= up_to for up_to in (one.up_to_cents, other.up_to_cents))


def _question(path: Path, act: OpenReviewOfRequest, rulebook: Rulebook) -> Iterator[Finding]:
    question = rulebook.question(act.review)
    wanted = "amendment" if isinstance(act.when, AfterAmendment) else "funding"
    if question is None:
        yield no_question((*path, "review"), act.review, rulebook)
    elif question.about != wanted:
        fr = f"{act.review} porte sur {question.about}, after: {act.when.after} demande {wanted}"
        en = f"{act.review} is about {question.about}, after: {act.when.after} needs {wanted}"
        yield Finding((*path, "review"), fr, en)


def _bounds(path: Path, when: AfterRequest | AfterAmendment | AfterConclusion) -> Iterator[Finding]:
    if not isinstance(when, AfterRequest) or overlap(when, when):
        return
    fr, en = "up_to_cents est en dessous de at_least_cents", "up_to_cents is below at_least_cents"
    yield Finding((*path, "up_to_cents"), fr, en)


def _asked_again(path: Path, act: OpenReviewOfRequest, earlier: tuple[FundingAct, ...]) -> Iterator[Finding]:
    for other in earlier:
        if isinstance(other, OpenReviewOfRequest) and other.review == act.review and _meet(act, other):
            fr, en = f"{other.act} le demande déjà à ce moment", f"{other.act} asks for it already by then"
            yield Finding((*path, "when"), fr, en)
            return


def _meet(act: OpenReviewOfRequest, other: OpenReviewOfRequest) -> bool:
    """Whether both are due after the same."""
    match act.when, other.when:
        case AfterRequest() as one, AfterRequest() as two:
            return overlap(one, two)
    return act.when.after == other.when.after


def _put(path: Path, act: PutToDecision, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    if not instrument.circuit and instrument.fast_track is None:
        fr, en = "personne ne décide : ajoutez circuit", "nobody decides: add circuit"
        yield Finding((*path, "does"), fr, en, given="circuit")
    if not isinstance(act.when, AfterConclusion):
        return
    key, where = act.when.review, (*path, "when", "review")
    question = rulebook.question(key)
    if question is None:
        yield no_question(where, key, rulebook)
    elif question.about != "funding":
        fr = f"{key} ne porte pas sur une demande de financement"
        yield Finding(where, fr, f"{key} is not about a request for funding")
    elif question.panel in deciding_panels(instrument, rulebook):
        fr = f"{question.panel} a déjà décidé en concluant {key}"
        yield Finding(where, fr, f"{question.panel} has decided by concluding {key}")


def _put_again(path: Path, act: PutToDecision, earlier: tuple[FundingAct, ...]) -> Iterator[Finding]:
    """Another act that puts the same request, before or at the same time."""
    for other in earlier:
        if isinstance(other, PutToDecision) and _same_request(act, other):
            fr = f"{other.act} soumet déjà les mêmes demandes"
            yield Finding((*path, "when"), fr, f"{other.act} puts the same requests already")
            return


def _same_request(act: PutToDecision, other: PutToDecision) -> bool:
    """A request within no bounds leaves none for another act; two conclusions may be of different requests."""
    match act.when, other.when:
        case AfterRequest() as one, AfterRequest() as two:
            return overlap(one, two)
        case AfterConclusion(review=one_review), AfterConclusion(review=other_review):
            return one_review == other_review
        case (AfterRequest() as request, AfterConclusion()) | (AfterConclusion(), AfterRequest() as request):
            return request.at_least_cents is None and request.up_to_cents is None
    return False


def _recorded(path: Path, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    known = {*map(str, Role), *(one.panel for one in rulebook.panels)}
    if _bodies(instrument) <= known and not deciding_panels(instrument, rulebook):
        fr = "aucune instance du circuit ne décide : un avis n’est pas une décision"
        en = "no panel of the circuit decides: an opinion is no decision"
        yield Finding((*path, "does"), fr, en)


def _tranches(path: Path, act: AskForTranche, instrument: Instrument) -> Iterator[Finding]:
    known = [one.tranche for one in instrument.tranches]
    yield from twice(path, act.tranches)
    for number, one in enumerate(act.tranches):
        if one not in known:
            yield unknown((*path, number), one, known, "pas de tranche", "no tranche")


def _once(path: Path, act: FundingAct, earlier: tuple[FundingAct, ...]) -> Iterator[Finding]:
    """What two acts cannot both do."""
    for other in earlier:
        match act, other:
            case RecordDecision(), RecordDecision():
                fr, en = f"{other.act} l’enregistre déjà", f"{other.act} records it already"
                yield Finding((*path, "does"), fr, en)
            case AskForTranche(tranches=one), AskForTranche(tranches=two):
                if not one or not two or set(one) & set(two):
                    fr, en = f"{other.act} la demande déjà", f"{other.act} asks for it already"
                    yield Finding((*path, "tranches" if one else "does"), fr, en)


def _decided_twice(path: Path, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    """Putting a request before a panel that decides opens its question: no other act may open it for the same."""
    put = [one for one in instrument.course if isinstance(one, PutToDecision)]
    deciding = deciding_panels(instrument, rulebook)
    for index, act in enumerate(instrument.course):
        if not isinstance(act, OpenReviewOfRequest) or not isinstance(act.when, AfterRequest):
            continue
        question, when = rulebook.question(act.review), act.when
        doubled = [one for one in put if _opens_too(one, act.review, when)]
        if question and question.about == "funding" and question.panel in deciding and doubled:
            fr = f"{doubled[0].act} saisit déjà {question.panel}"
            yield Finding((*path, index, "review"), fr, f"{doubled[0].act} asks {question.panel} already")


def _opens_too(put: PutToDecision, review: str, when: AfterRequest) -> bool:
    """Whether it puts some of the same requests, other than after the answer to that very question."""
    return overlap(put.when, when) if isinstance(put.when, AfterRequest) else put.when.review != review
