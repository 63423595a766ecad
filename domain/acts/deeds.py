"""Which command does an act, given by the service: the same that people give, decided by the same rules."""

from domain.cooperations.commands.lifecycle import AdvancePhase
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.files.planned_act import PlannedAct
from domain.files.setting import Setting
from domain.fundings.acts import panels_deciding
from domain.fundings.asking import SAYS
from domain.fundings.circuit import level_deciding
from domain.fundings.commands.any import AnyFundingCommand
from domain.fundings.commands.payments import RequestTranche
from domain.fundings.commands.requests import DecideAmendment, DecideFunding
from domain.fundings.state import Funding
from domain.kernel.ids import SERVICE, review_opened_by_act, review_stream
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.commands import OpenReview
from domain.reviews.state import Review
from domain.rulebook import Level, Rulebook
from domain.rulebook.course import (
    AdvanceByItself,
    AskForTranche,
    OpenReviewInPhase,
    OpenReviewOfRequest,
    PutToDecision,
    RecordDecision,
)

Deed = OpenReview | AdvancePhase | AnyFundingCommand
"""A command by which an act is done."""


def deed_of(
    planned: PlannedAct, file: KeptFile, rulebook: Rulebook, setting: Setting, command_id: str
) -> Deed | Refusal | None:
    """The command that does it; None where nothing but the act itself is recorded, a refusal where there is none."""
    if isinstance(file, Cooperation):
        return _of_cooperation(planned, file, rulebook, command_id)
    if isinstance(file, Funding):
        return _of_funding(planned, file, rulebook, setting, command_id)
    return None


def _of_cooperation(
    planned: PlannedAct, file: Cooperation, rulebook: Rulebook, command_id: str
) -> Deed | Refusal | None:
    match planned.act:
        case OpenReviewInPhase(review=question):
            return OpenReview(
                type="OpenReview",
                command_id=command_id,
                actor=SERVICE,
                review=review_opened_by_act(file.key, planned.occurrence, question),
                cooperation=file.id,
                question=question,
            )
        case AdvanceByItself():
            following = rulebook.phase_after(file.current.phase)
            if following is None:
                return refuse("last_phase", phase=file.current.phase)
            return AdvancePhase(
                type="AdvancePhase", command_id=command_id, actor=SERVICE, cooperation=file.id, to=following
            )
    return None


def _of_funding(
    planned: PlannedAct, funding: Funding, rulebook: Rulebook, setting: Setting, command_id: str
) -> Deed | Refusal | None:
    match planned.act:
        case OpenReviewOfRequest(review=question):
            return _asking(question, planned, funding, command_id)
        case PutToDecision():
            return _asking_who_decides(planned, funding, rulebook, command_id)
        case RecordDecision():
            return _deciding(planned, funding, setting, command_id)
        case AskForTranche() if planned.subject:
            return RequestTranche(
                type="RequestTranche",
                command_id=command_id,
                actor=SERVICE,
                funding=funding.id,
                tranche=planned.subject,
            )
    return None


def _asking(question: str, planned: PlannedAct, funding: Funding, command_id: str) -> OpenReview:
    return OpenReview(
        type="OpenReview",
        command_id=command_id,
        actor=SERVICE,
        review=review_opened_by_act(funding.key, planned.occurrence, question),
        cooperation=funding.cooperation,
        question=question,
        funding=funding.id,
        amendment=planned.subject,
    )


def deciding_level(funding: Funding, rulebook: Rulebook) -> Level | None:
    """The level of the circuit that decides the amount asked for."""
    instrument = rulebook.instrument(funding.instrument)
    return level_deciding(funding, instrument, funding.request.amount_cents) if instrument else None


def question_when_put(level: Level, rulebook: Rulebook) -> str | None:
    """The question by which a request is put to a level that only panels decide: that of the first that can be asked.

    None where a role decides too, or none of them is asked about requests.
    """
    panels = panels_deciding(level)
    if len(panels) < len(level.by):
        return None
    asked = (one.review for one in rulebook.reviews if one.panel in panels and one.about == "funding")
    return next(asked, None)


def _asking_who_decides(
    planned: PlannedAct, funding: Funding, rulebook: Rulebook, command_id: str
) -> OpenReview | Refusal | None:
    """Where only panels decide, the question of the first of them is put; a role has the request before it as it is."""
    level = deciding_level(funding, rulebook)
    if level is None:
        return refuse("nobody_decides", instrument=funding.instrument, amount=funding.request.amount_cents)
    panels = panels_deciding(level)
    if len(panels) < len(level.by):
        return None
    question = question_when_put(level, rulebook)
    return (
        _asking(question, planned, funding, command_id)
        if question
        else refuse("no_question_for_panel", panels=panels)
    )


def _deciding(
    planned: PlannedAct, funding: Funding, setting: Setting, command_id: str
) -> DecideFunding | DecideAmendment | Refusal:
    """As the panel concluded, with its reasons."""
    review = setting.read(Review, review_stream, planned.subject)
    if review is None or review.outcome is None:
        return refuse("review_not_concluded", review=planned.subject)
    said, decision = review.outcome, SAYS[review.outcome.outcome]
    told: dict[str, object] = {"reasons": said.reasons}
    if decision != "granted":
        told |= {"points": said.points, "would_change": said.would_change}
    common = {
        "command_id": command_id,
        "actor": SERVICE,
        "funding": funding.id,
        "review": review.id,
        "decision": decision,
    }
    if review.amendment:
        amended = {"type": "DecideAmendment", "amendment": review.amendment, **common}
        return DecideAmendment.model_validate(amended).model_copy(update=told)
    return DecideFunding.model_validate({"type": "DecideFunding", **common}).model_copy(update=told)
