"""Which command answers a task or a deadline: for letters, lists and forms, which offer the same one."""

from collections.abc import Mapping

from domain.bank.commands import ConfirmBankDetails
from domain.cooperations.commands.lifecycle import GoBack, SettleAbandonment
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
    DecideAmendment,
    DecideFunding,
    MeetCondition,
    SignAgreement,
    SignAmendment,
)
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import account_stream
from domain.organisation.commands import ChangePerson
from domain.reminders.commands import SettleDelivery
from domain.reminders.view import FileView
from domain.reviews.commands import ConcludeReview, ConfirmOpinion, DeclareInterests, GiveOpinion
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from domain.tasks.act_answers import meeting_a_deadline_of_an_act
from domain.tasks.cooperation_answers import meeting_a_deadline, meeting_an_item, more_time
from domain.tasks.entitled import is_for_those_in_charge, roles_needed
from domain.tasks.funding_answers import meeting_a_funding_deadline, more_time_for_a_funding
from domain.tasks.prefilled import Prefilled
from domain.tasks.review_answers import meeting_a_review_deadline, more_time_for_a_review
from domain.tasks.task import Kind, TaskLine

_OF_KINDS: Mapping[Kind, tuple[type[Command], str | None]] = {
    "abandonment": (SettleAbandonment, None),
    "flagged-decision": (GoBack, None),
    "delivery-unknown": (SettleDelivery, "message"),
    "delivery-failed": (SettleDelivery, "message"),
    "interests": (DeclareInterests, None),
    "opinion": (GiveOpinion, None),
    "confirmation": (ConfirmOpinion, None),
    "conclusion": (ConcludeReview, None),
    "decision": (DecideFunding, None),
    "amendment": (DecideAmendment, "amendment"),
    "signature": (SignAgreement, "party"),
    "condition": (MeetCondition, "condition"),
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


def answers_task(line: TaskLine, view: FileView[KeptFile] | None) -> Prefilled | None:
    """The command that answers a task; None where it only tells, or no command of the file answers it.

    ``view`` is the file that it is about; None for bank details, and for people registered twice.
    """
    if line.kind == "escalation":
        return None
    known = _OF_KINDS.get(line.kind)
    if known is None:
        return _by_the_rulebook(line, view) if view else None
    if line.kind == "signature" and "/" in line.subject:
        amendment, _, party = line.subject.partition("/")
        return Prefilled(SignAmendment, {**_whose(line, view), "amendment": amendment, "party": party})
    command, field = known
    about = {field: int(line.subject) if field in _NUMBERS else line.subject} if field else {}
    return Prefilled(command, {**_whose(line, view), **_version(command, view), **about})


def _by_the_rulebook(line: TaskLine, view: FileView[KeptFile]) -> Prefilled | None:
    """A gate item, or a deadline of which those in charge are reminded: what is not theirs to do may get more time."""
    file = view.file
    if line.kind == "gate-item":
        phase = view.rulebook.phases[file.current.phase] if isinstance(file, Cooperation) else None
        item = phase.item(line.subject) if phase else None
        return meeting_an_item(item, file) if item and isinstance(file, Cooperation) else None
    deadline = next((one for one in view.deadlines if one.occurrence == line.subject), None)
    return answers_deadline_of_theirs(deadline, file, view.rulebook) if deadline else None


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
