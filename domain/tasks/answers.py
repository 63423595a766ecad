"""Which command answers a task or a deadline: for letters, lists and forms, which offer the same one."""

from collections.abc import Mapping

from domain.bank.commands import ConfirmBankDetails
from domain.cooperations.commands.calls import ReceiveCompletion
from domain.cooperations.commands.file import SignCharter
from domain.cooperations.commands.lifecycle import (
    AdvancePhase,
    GoBack,
    ResumeCooperation,
    SettleAbandonment,
)
from domain.cooperations.gate import missing
from domain.cooperations.state import Cooperation
from domain.deadlines.act_clocks import ANNOUNCED, OF_ACTS, REFUSED
from domain.deadlines.deadline import Deadline
from domain.files.file import KeptFile
from domain.fundings.commands.base import FundingCommand
from domain.fundings.commands.payments import (
    AcceptReport,
    ApproveTranche,
    ConfirmPayment,
    OrderPayment,
    RecordRefund,
    RequestTranche,
    SubmitReport,
)
from domain.fundings.commands.requests import (
    CloseFunding,
    ConfirmCoFunding,
    DecideAmendment,
    DecideFunding,
    MeetCondition,
    PrepareAgreement,
    RequestFunding,
    ResubmitFunding,
    SignAgreement,
)
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import account_stream
from domain.organisation.commands import ChangePerson
from domain.reminders.commands import SettleDelivery
from domain.reminders.view import FileView
from domain.reviews.commands import (
    ConcludeReview,
    ConfirmOpinion,
    DeclareInterests,
    ExtendReview,
    GiveOpinion,
    OpenReview,
    ReplaceMember,
)
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from domain.tasks.act_answers import meeting_a_deadline_of_an_act
from domain.tasks.acts import giving_a_role
from domain.tasks.cooperation_answers import (
    answers_in_a_cooperation,
    going_on,
    meeting_a_deadline,
    more_time,
)
from domain.tasks.entitled import is_for_those_in_charge, roles_needed
from domain.tasks.funding_answers import (
    answers_in_a_funding,
    meeting_a_funding_deadline,
    more_time_for_a_funding,
)
from domain.tasks.prefilled import Prefilled
from domain.tasks.review_answers import (
    answers_in_a_review,
    meeting_a_review_deadline,
    more_time_for_a_review,
)
from domain.tasks.task import Kind, TaskLine

_OF_KINDS: Mapping[Kind, tuple[type[Command], str | None]] = {
    "abandonment": (SettleAbandonment, None),
    "flagged-decision": (GoBack, None),
    "gate-complete": (AdvancePhase, None),
    "completion": (ReceiveCompletion, None),
    "asleep": (ResumeCooperation, None),
    "review-to-ask": (OpenReview, None),
    "funding-to-ask": (RequestFunding, None),
    "delivery-unknown": (SettleDelivery, "message"),
    "delivery-failed": (SettleDelivery, "message"),
    "interests": (DeclareInterests, None),
    "opinion": (GiveOpinion, None),
    "confirmation": (ConfirmOpinion, None),
    "conclusion": (ConcludeReview, None),
    "quorum": (ExtendReview, None),
    "vacant-seat": (ReplaceMember, None),
    "decision": (DecideFunding, None),
    "resubmission": (ResubmitFunding, None),
    "amendment": (DecideAmendment, "amendment"),
    "agreement": (PrepareAgreement, None),
    "signature": (SignAgreement, "party"),
    "condition": (MeetCondition, "condition"),
    "co-funding": (ConfirmCoFunding, "source"),
    "charter": (SignCharter, None),
    "tranche": (RequestTranche, "tranche"),
    "approval": (ApproveTranche, "tranche"),
    "payment-order": (OrderPayment, "tranche"),
    "payment": (ConfirmPayment, "payment"),
    "report": (SubmitReport, "report"),
    "report-acceptance": (AcceptReport, "report"),
    "refund": (RecordRefund, None),
    "closing": (CloseFunding, None),
    "bank-details": (ConfirmBankDetails, "version"),
    "twins": (ChangePerson, None),
}
"""The command, and the field that the subject of such a task is; what is not here depends on the rulebook."""

_TELLING: frozenset[Kind] = frozenset({"escalation", "awaited", "stopped"})
"""Kinds that nobody answers: what they tell of is done elsewhere."""

_NUMBERS = frozenset({"payment", "version"})


def answers_deadline(deadline: Deadline, file: KeptFile, rulebook: Rulebook) -> Prefilled | None:
    """The command that meets a deadline of a file as it stands; None if none of its own does."""
    if deadline.after in OF_ACTS:
        return meeting_a_deadline_of_an_act(deadline, file, rulebook)
    match file:
        case Cooperation():
            return meeting_a_deadline(deadline.rule, file, rulebook, deadline.subject)
        case Review():
            return meeting_a_review_deadline(deadline, file)
        case Funding():
            return meeting_a_funding_deadline(deadline, file)
    return None


def answers_deadline_of_theirs(deadline: Deadline, file: KeptFile, rulebook: Rulebook) -> Prefilled | None:
    """What those in charge can do about a deadline that they are reminded of: meet it, or give it more time.

    What somebody else judges, decides or pays is not theirs to do.
    """
    meeting = answers_deadline(deadline, file, rulebook)
    if deadline.after in OF_ACTS and not (meeting and issubclass(meeting.command, FundingCommand)):
        return meeting
    match file:
        case Cooperation() if meeting is None or is_for_those_in_charge(
            roles_needed(meeting, file, rulebook)
        ):
            return meeting
        case Funding() if (
            meeting and issubclass(meeting.command, FundingCommand) and not meeting.command.judges
        ):
            return meeting
    return extends_deadline(deadline, file)


def command_of(kind: Kind) -> type[Command] | None:
    """The command that answers tasks of a kind; None where none does, or another one each time."""
    known = _OF_KINDS.get(kind)
    return known[0] if known else None


def extends_deadline(deadline: Deadline, file: KeptFile) -> Prefilled | None:
    """The command that gives a deadline more time; None where only something else moves it.

    What was announced is held back; what is to be done by hand waits.
    """
    if deadline.after in (ANNOUNCED, REFUSED):
        return None
    match file:
        case Cooperation():
            return more_time(deadline, file)
        case Review():
            return more_time_for_a_review(file)
        case Funding():
            return more_time_for_a_funding(deadline, file)
    return None


def answers_task(line: TaskLine, view: FileView[KeptFile] | None) -> tuple[Prefilled, ...]:
    """The commands that answer a task, the one to propose first; none where it only tells, or none of the file does.

    ``view`` is the file that it is about; None for bank details, and for people registered twice.
    """
    if line.kind in _TELLING:
        return ()
    if line.kind == "role-to-give" and view:
        return (giving_a_role(line.subject, view),)
    found: tuple[Prefilled, ...] = ()
    match view.file if view else None:
        case Cooperation() as file if view:
            found = answers_in_a_cooperation(line, file, view.rulebook)
        case Review() as file:
            found = answers_in_a_review(line, file)
        case Funding() as file if view:
            found = answers_in_a_funding(line, file, view.rulebook)
    return found or _of_its_kind(line, view)


def answers_reminder(deadline: Deadline, view: FileView[KeptFile]) -> Prefilled | None:
    """What those in charge can do about a deadline as their file stands: go on only once the gate holds."""
    file = view.file
    meeting = answers_deadline(deadline, file, view.rulebook)
    if isinstance(file, Cooperation) and meeting and meeting.command is AdvancePhase:
        lacking = missing(file, view.rulebook, view.recorded_at)
        return extends_deadline(deadline, file) if lacking else going_on(file, view.rulebook)
    return answers_deadline_of_theirs(deadline, file, view.rulebook)


def _of_its_kind(line: TaskLine, view: FileView[KeptFile] | None) -> tuple[Prefilled, ...]:
    known = _OF_KINDS.get(line.kind)
    if known is None:
        deadlines = view.deadlines if view else ()
        deadline = next((one for one in deadlines if one.occurrence == line.subject), None)
        answer = answers_reminder(deadline, view) if deadline and view else None
        return (answer,) if answer else ()
    command, field = known
    about = {field: int(line.subject) if field in _NUMBERS else line.subject} if field else {}
    return (Prefilled(command, {**_whose(line, view), **_version(command, view), **about}),)


def _whose(line: TaskLine, view: FileView[KeptFile] | None) -> Mapping[str, str]:
    """The field that names the file, or the bank details."""
    match view.file if view else None:
        case Cooperation(id=key):
            return {"cooperation": key}
        case Review(id=key):
            return {"review": key}
        case Funding(id=key):
            return {"funding": key}
    prefix = account_stream("")
    return {"account": line.file.removeprefix(prefix)} if line.file.startswith(prefix) else {}


def _version(command: type[Command], view: FileView[KeptFile] | None) -> Mapping[str, int]:
    """The version of the dossier that an opinion is about: the last."""
    review = view.file if view else None
    asks = "dossier" in command.model_fields and isinstance(review, Review)
    return {"dossier": review.dossier.number} if asks and isinstance(review, Review) else {}
