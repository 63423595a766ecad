"""Which command meets a deadline of a funding, by its key and by how far the funding has come."""

from collections.abc import Mapping

from domain.cooperations.commands.file import DraftCharter, SignCharter
from domain.deadlines.deadline import Deadline
from domain.fundings.amending import amount_amended
from domain.fundings.asking import SAYS, answer_of, deciding_panels
from domain.fundings.circuit import level_deciding
from domain.fundings.commands.payments import (
    AcceptReport,
    ApproveTranche,
    ConfirmPayment,
    IssuePaymentFile,
    OrderPayment,
    RequestTranche,
    SubmitReport,
)
from domain.fundings.commands.requests import (
    DecideAmendment,
    DecideFunding,
    ExtendFundingDeadline,
    MeetCondition,
    PrepareAgreement,
    ProposeAmendment,
    SignAgreement,
    SignAmendment,
)
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.rulebook import Rulebook
from domain.tasks.asking_answers import asking_about_money
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import TaskLine

_BY_KEY: Mapping[str, tuple[type[Command], str | None]] = {
    "decision": (DecideFunding, None),
    "condition": (MeetCondition, "condition"),
    "request": (RequestTranche, "tranche"),
    "approval": (ApproveTranche, "tranche"),
    "payment": (OrderPayment, "tranche"),
    "report": (SubmitReport, "report"),
    "acceptance": (AcceptReport, "report"),
    "renewal": (ProposeAmendment, None),
}
"""By the key of the deadline: the command that meets it, and the field of what it is about."""

_RENEWAL = "renewal"
"""The end of a term is moved by an amendment alone."""


def meeting_a_funding_deadline(deadline: Deadline, file: Funding) -> Prefilled | None:
    """The command that meets it next: an agreement is laid down, then signed; a payment ordered, sent, confirmed.

    None where what would meet it is on its way already: an amendment that renews.
    """
    whose: Mapping[str, str | int] = {"funding": file.id}
    if deadline.key == "agreement":
        return Prefilled(PrepareAgreement if file.agreement is None else SignAgreement, whose)
    if deadline.key == "payment" and (ordered := _on_its_way(file, deadline.subject)):
        return ordered
    pending = any(one.stage in ("proposed", "granted") for one in file.amendments.values())
    if deadline.key == _RENEWAL and pending:
        return None
    command, field = _BY_KEY[deadline.key]
    about = {field: deadline.subject} if field and deadline.subject else {}
    return Prefilled(command, {**whose, **about})


def answers_in_a_funding(line: TaskLine, file: Funding, rulebook: Rulebook) -> tuple[Prefilled, ...]:
    """The commands that answer a task as the funding stands; none for the kinds of which one command is known."""
    whose: Mapping[str, str | int] = {"funding": file.id}
    match line.kind:
        case "review-to-ask":
            return (asking_about_money(line.subject, file),)
        case "decision":
            answer = _panels_answer(file, None, file.amount_cents, file.requested, rulebook)
            return (Prefilled(DecideFunding, {**whose, **answer}),)
        case "amendment":
            amendment = file.amendments[line.subject]
            cents = amount_amended(file, amendment)
            answer = _panels_answer(file, line.subject, cents, amendment.entry, rulebook)
            return (Prefilled(DecideAmendment, {**whose, "amendment": line.subject, **answer}),)
        case "signature" if "/" in line.subject:
            key, _, party = line.subject.partition("/")
            return (Prefilled(SignAmendment, {**whose, "amendment": key, "party": party}),)
        case "charter":
            charter = {"cooperation": file.cooperation}
            return Prefilled(SignCharter, charter), Prefilled(DraftCharter, charter)
    return ()


def _panels_answer(
    file: Funding, amendment: str | None, cents: int, since: int, rulebook: Rulebook
) -> Mapping[str, str]:
    """The review in which a panel that decides such an amount has answered, and what its answer is as a decision."""
    instrument = rulebook.instrument(file.instrument)
    level = level_deciding(file, instrument, cents) if instrument else None
    panels = deciding_panels(level, rulebook) if level else ()
    answer = answer_of(file, amendment, panels, since)
    return {"review": answer[0], "decision": SAYS[answer[1].outcome or ""]} if answer else {}


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
