"""Which command meets a deadline of a funding, by its key and by how far the funding has come."""

from collections.abc import Mapping

from domain.deadlines.deadline import Deadline
from domain.fundings.commands.payments import (
    ApproveTranche,
    ConfirmPayment,
    IssuePaymentFile,
    OrderPayment,
    RequestTranche,
    SubmitReport,
)
from domain.fundings.commands.requests import (
    DecideFunding,
    ExtendFundingDeadline,
    MeetCondition,
    PrepareAgreement,
    ProposeAmendment,
    SignAgreement,
)
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.tasks.prefilled import Prefilled

_BY_KEY: Mapping[str, tuple[type[Command], str | None]] = {
    "decision": (DecideFunding, None),
    "condition": (MeetCondition, "condition"),
    "request": (RequestTranche, "tranche"),
    "approval": (ApproveTranche, "tranche"),
    "payment": (OrderPayment, "tranche"),
    "report": (SubmitReport, "report"),
    "renewal": (ProposeAmendment, None),
}
"""By the key of the deadline: the command that meets it, and the field of what it is about."""

_RENEWAL = "renewal"
"""The end of a term is moved by an amendment alone."""


def meeting_a_funding_deadline(deadline: Deadline, file: Funding) -> Prefilled:
    """The command that meets it next: an agreement is laid down, then signed; a payment ordered, sent, confirmed."""
    whose: Mapping[str, str | int] = {"funding": file.id}
    if deadline.key == "agreement":
        return Prefilled(PrepareAgreement if file.agreement is None else SignAgreement, whose)
    if deadline.key == "payment" and (ordered := _on_its_way(file, deadline.subject)):
        return ordered
    command, field = _BY_KEY[deadline.key]
    about = {field: deadline.subject} if field and deadline.subject else {}
    return Prefilled(command, {**whose, **about})


def more_time_for_a_funding(deadline: Deadline, file: Funding) -> Prefilled | None:
    """An extension, of all but the end of the term."""
    if deadline.key == _RENEWAL:
        return None
    about = {"subject": deadline.subject} if deadline.subject else {}
    return Prefilled(ExtendFundingDeadline, {"funding": file.id, "deadline": deadline.key, **about})


def _on_its_way(file: Funding, tranche: str | None) -> Prefilled | None:
    """What becomes of a payment that is ordered: it leaves in a file, then the bank's answer is recorded."""
    for one in file.payments.values():
        if one.tranche == tranche and one.stage == "ordered":
            return Prefilled(IssuePaymentFile)
        if one.tranche == tranche and one.stage == "issued":
            return Prefilled(ConfirmPayment, {"funding": file.id, "payment": one.number})
    return None
