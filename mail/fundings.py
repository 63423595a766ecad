"""What a reminder about a funding is about: of which instrument, which amount, and what meets the deadline."""

from collections.abc import Mapping

from domain.deadlines.deadline import Deadline
from domain.fundings.state import Funding
from domain.rulebook import Instrument, Rulebook
from domain.rulebook.base import defined
from language import Text
from mail.addresses import one_line
from mail.subject import Matter, Proposal

_ANSWERS: Mapping[str, tuple[str, str, str]] = {
    "decision": ("DecideFunding", "", "decide"),
    "condition": ("MeetCondition", "--condition", "record"),
    "request": ("RequestTranche", "--tranche", "ask-tranche"),
    "approval": ("ApproveTranche", "--tranche", "approve"),
    "payment": ("OrderPayment", "--tranche", "order"),
    "report": ("SubmitReport", "--report", "report"),
    "renewal": ("ProposeAmendment", "", "amend"),
}
"""By the key of the deadline: the command that meets it, the field of what it is about, and what for."""

_OF_TRANCHES = ("request", "approval", "payment")
_RENEWAL = "renewal"
"""The end of a term is moved by an amendment alone."""


def matter_of_funding(file: Funding, deadline: Deadline, rulebook: Rulebook) -> Matter:
    """The instrument, the amount of what is due, and what meets it."""
    instrument = defined(rulebook.instrument(file.instrument))
    tranche = file.tranches.get(deadline.subject or "") if deadline.key in _OF_TRANCHES else None
    return Matter(
        kind="funding",
        cooperation=one_line(file.name),
        proposals=tuple(_proposals(file, deadline)),
        about=instrument.name,
        whose=_whose(file, deadline, instrument),
        amount_cents=tranche.cents if tranche else file.amount_cents,
    )


def _proposals(file: Funding, deadline: Deadline) -> list[Proposal]:
    found = [Proposal(f"fundings {file.id}", "show-funding"), _answer(file, deadline)]
    if deadline.key != _RENEWAL:
        found.append(Proposal(f"do ExtendFundingDeadline --funding {file.id}", "extend"))
    return found


def _answer(file: Funding, deadline: Deadline) -> Proposal:
    named, subject = f"--funding {file.id}", deadline.subject
    if deadline.key == "agreement":
        if file.agreement is None:
            return Proposal(f"do PrepareAgreement {named}", "prepare")
        return Proposal(f"do SignAgreement {named}", "sign")
    if deadline.key == "payment" and (ordered := _on_its_way(file, subject)):
        return ordered
    command, field, purpose = _ANSWERS[deadline.key]
    about = f" {field} {subject}" if field else ""
    return Proposal(f"do {command} {named}{about}", purpose)


def _on_its_way(file: Funding, tranche: str | None) -> Proposal | None:
    """What becomes of a payment that is ordered: it leaves in a file, then the bank's answer is recorded."""
    for one in file.payments.values():
        if one.tranche == tranche and one.stage == "ordered":
            return Proposal("payments file", "send-payments")
        if one.tranche == tranche and one.stage == "issued":
            return Proposal(
                f"do ConfirmPayment --funding {file.id} --payment {one.number}", "confirm-payment"
            )
    return None


def _whose(file: Funding, deadline: Deadline, instrument: Instrument) -> Text | None:
    """The condition or tranche; a funding's only tranche has no name, a report's deadline is called as it is."""
    subject = deadline.subject or ""
    if deadline.key == "condition":
        label = one_line(file.conditions[subject].label)
        return Text(label, label)
    names = {one.tranche: one.name for one in instrument.tranches if deadline.key in _OF_TRANCHES}
    found = names.get(subject)
    return Text(found.fr, found.en) if found else None
