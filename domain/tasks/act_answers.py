"""Which command does by hand what the service would do by itself, or brings what it has asked for."""

from collections.abc import Mapping

from domain.acts.commands import HoldBackAct
from domain.acts.deeds import deciding_level, question_when_put
from domain.acts.prescribed import act_of
from domain.acts.standings import planned_act
from domain.cooperations.commands.file import RecordCommitment
from domain.cooperations.commands.lifecycle import AdvancePhase
from domain.cooperations.commands.record import (
    DeclareGateItem,
    DeliverDeliverable,
    RecordContact,
    RecordEvaluation,
)
from domain.cooperations.state import Cooperation
from domain.deadlines.act_clocks import ANNOUNCED, ASKED, occurrence_of
from domain.deadlines.deadline import Deadline
from domain.files.file import KeptFile
from domain.files.planned_act import PlannedAct
from domain.fundings.commands.payments import RequestTranche
from domain.fundings.commands.requests import DecideAmendment, DecideFunding
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import naming, review_opened_by_act
from domain.reviews.commands import OpenReview
from domain.rulebook import Rulebook
from domain.rulebook.course import (
    AdvanceByItself,
    AskFor,
    AskForTranche,
    OpenReviewInPhase,
    OpenReviewOfRequest,
    PutToDecision,
    RecordDecision,
)
from domain.tasks.prefilled import Prefilled

_BRINGS: Mapping[str, type[Command]] = {
    "evaluation": RecordEvaluation,
    "commitments": RecordCommitment,
    "contact": RecordContact,
    "deliverable": DeliverDeliverable,
    "gate-item": DeclareGateItem,
}
"""By what the service asks for."""
_ITSELF = {"deliverable": "deliverable", "gate-item": "item"}
"""The field that names which one."""


def by_hand(planned: PlannedAct, file: KeptFile, rulebook: Rulebook) -> Prefilled | None:
    """The command by which people do what the service could not, or do it before; None where there is none."""
    match file:
        case Cooperation():
            return _of_cooperation(planned, file, rulebook)
        case Funding():
            return _of_funding(planned, file, rulebook)
    return None


def bringing(act: AskFor, file: Cooperation) -> Prefilled:
    """The command that brings what the service has asked for."""
    field = _ITSELF.get(act.what)
    about = {field: act.of} if field and act.of else {}
    return Prefilled(_BRINGS[act.what], {"cooperation": file.id, **about})


def meeting_a_deadline_of_an_act(deadline: Deadline, file: KeptFile, rulebook: Rulebook) -> Prefilled | None:
    """To keep the service from what it announced, to bring what it asked for, to do what it could not."""
    act = act_of(deadline.key, file, rulebook)
    if deadline.after == ANNOUNCED:
        whose = {kind: f"{key}" for kind, key in naming(file.key).items()}
        return Prefilled(HoldBackAct, {**whose, "act": deadline.key})
    if deadline.after == ASKED and isinstance(act, AskFor) and isinstance(file, Cooperation):
        return bringing(act, file)
    planned = planned_act(occurrence_of(deadline.base), file, rulebook)
    return by_hand(planned, file, rulebook) if planned else None


def _of_cooperation(planned: PlannedAct, file: Cooperation, rulebook: Rulebook) -> Prefilled | None:
    match planned.act:
        case OpenReviewInPhase(review=question):
            return _asking(question, planned, file, {"cooperation": file.id})
        case AskFor() as act:
            return bringing(act, file)
        case AdvanceByItself():
            following = rulebook.phase_after(file.current.phase)
            return Prefilled(
                AdvancePhase, {"cooperation": file.id, **({"to": following} if following else {})}
            )
    return None


def _of_funding(planned: PlannedAct, file: Funding, rulebook: Rulebook) -> Prefilled | None:
    whose: Mapping[str, str] = {"funding": file.id}
    match planned.act:
        case OpenReviewOfRequest(review=question):
            about = {"amendment": planned.subject} if planned.subject else {}
            return _asking(question, planned, file, {"cooperation": file.cooperation, **whose, **about})
        case PutToDecision():
            return _putting(planned, file, rulebook)
        case RecordDecision():
            return _recording(planned, file)
        case AskForTranche():
            return Prefilled(RequestTranche, {**whose, "tranche": planned.subject or ""})
    return None


def _asking(question: str, planned: PlannedAct, file: KeptFile, about: Mapping[str, str]) -> Prefilled:
    """With the id that the review would have had: whoever comes second finds it done."""
    name = review_opened_by_act(file.key, planned.occurrence, question)
    return Prefilled(OpenReview, {"review": name, **about, "question": question})


def _putting(planned: PlannedAct, file: Funding, rulebook: Rulebook) -> Prefilled:
    """Where only panels decide, the first of them that can be asked is; a role decides."""
    level = deciding_level(file, rulebook)
    question = question_when_put(level, rulebook) if level else None
    if question is None:
        return Prefilled(DecideFunding, {"funding": file.id})
    return _asking(question, planned, file, {"cooperation": file.cooperation, "funding": file.id})


def _recording(planned: PlannedAct, file: Funding) -> Prefilled:
    review = planned.subject or ""
    seen = file.reviews.get(review)
    if seen and seen.amendment:
        fields = {"funding": file.id, "amendment": seen.amendment, "review": review}
        return Prefilled(DecideAmendment, fields)
    return Prefilled(DecideFunding, {"funding": file.id, "review": review})
