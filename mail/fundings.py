"""What a reminder about a funding is about: of which instrument, which amount, and what meets the deadline."""

from collections.abc import Iterator, Mapping

from domain.deadlines.deadline import Deadline
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
    DecideFunding,
    MeetCondition,
    PrepareAgreement,
    ProposeAmendment,
    SignAgreement,
)
from domain.fundings.owing import ACCEPTANCE
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.rulebook import Instrument, Rulebook
from domain.rulebook.base import defined
from domain.tasks.answers import answers_deadline, extends_deadline
from language import Text, text_of
from mail.addresses import one_line
from mail.topic import Page, Proposal, Topic

_PURPOSES: Mapping[type[Command], str] = {
    DecideFunding: "decide",
    PrepareAgreement: "prepare",
    SignAgreement: "sign",
    MeetCondition: "record",
    RequestTranche: "ask-tranche",
    ApproveTranche: "approve",
    OrderPayment: "order",
    IssuePaymentFile: "send-payments",
    ConfirmPayment: "confirm-payment",
    SubmitReport: "report",
    AcceptReport: "accept-report",
    ProposeAmendment: "amend",
}
"""What the command that meets the deadline is for."""

_OF_TRANCHES = ("request", "approval", "payment")


def topic_of_funding(file: Funding, deadline: Deadline, rulebook: Rulebook, rung: str) -> Topic:
    """The instrument, the amount of what is due, and what meets it."""
    instrument = defined(rulebook.instrument(file.instrument))
    tranche = file.tranches.get(deadline.subject or "") if deadline.key in _OF_TRANCHES else None
    return Topic(
        kind="funding",
        cooperation=one_line(file.name),
        proposals=tuple(_proposals(file, deadline, rulebook)),
        about=instrument.name,
        whose=_whose(file, deadline, instrument),
        amount_cents=tranche.cents if tranche else file.amount_cents,
        opening="put" if rung == "put" else None,
    )


def _proposals(file: Funding, deadline: Deadline, rulebook: Rulebook) -> Iterator[Proposal]:
    yield Proposal(Page(file.key), "show-funding")
    if meeting := answers_deadline(deadline, file, rulebook):
        yield Proposal(meeting, _PURPOSES.get(meeting.command, "record"))
    if extension := extends_deadline(deadline, file):
        yield Proposal(extension, "extend")


def _whose(file: Funding, deadline: Deadline, instrument: Instrument) -> Text | None:
    """What it is about; a funding's only tranche has no name, a report that is owed is what its deadline is."""
    subject = deadline.subject or ""
    if deadline.key == "condition":
        label = one_line(file.conditions[subject].label)
        return Text(label, label)
    if deadline.key == ACCEPTANCE:
        names = {one.report: one.name for one in instrument.reports}
    else:
        names = {one.tranche: one.name for one in instrument.tranches if deadline.key in _OF_TRANCHES}
    found = names.get(subject)
    return text_of(found) if found else None
