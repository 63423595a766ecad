"""What a reminder about a funding is about: of which instrument, which amount, and what meets the deadline."""

from collections.abc import Mapping

from domain.deadlines import Deadline
from domain.fundings.state import Funding
from domain.rulebook import Instrument, Rulebook
from mail.addresses import one_line
from mail.matter import Matter, Proposal, Said

_ANSWERS: Mapping[str, tuple[str, str, str]] = {
    "decision": ("DecideFunding", "", "decide"),
    "condition": ("MeetCondition", "--condition", "record"),
    "request": ("RequestTranche", "--tranche", "ask-tranche"),
    "approval": ("ApproveTranche", "--tranche", "approve"),
    "payment": ("OrderPayment", "--tranche", "order"),
    "renewal": ("ProposeAmendment", "", "amend"),
}
"""By the key of the deadline: the command that meets it, the field of what it is about, and what for."""

_OF_TRANCHES = ("request", "approval", "payment")
_FIXED = ("renewal",)
"""The end of a term is moved by an amendment alone."""


def matter_of_funding(file: Funding, deadline: Deadline, rulebook: Rulebook) -> Matter:
    """The instrument, the amount of what is due, and what meets it."""
    instrument = next(one for one in rulebook.instruments if one.instrument == file.instrument)
    tranche = file.tranches.get(deadline.subject or "")
    return Matter(
        kind="funding",
        cooperation=one_line(file.name),
        proposals=tuple(_proposals(file, deadline)),
        about=instrument.name,
        whose=_whose(file, deadline, instrument),
        amount_cents=tranche.cents if tranche and deadline.key in _OF_TRANCHES else file.amount_cents,
    )


def _proposals(file: Funding, deadline: Deadline) -> list[Proposal]:
    found = [Proposal(f"show {file.key}", "show-funding"), _answer(file, deadline)]
    if deadline.key not in _FIXED:
        found.append(Proposal(f"do ExtendFundingDeadline --funding {file.id}", "extend"))
    return found


def _answer(file: Funding, deadline: Deadline) -> Proposal:
    named, subject = f"--funding {file.id}", deadline.subject
    match deadline.key:
        case "report" if subject and file.reports[subject].stage == "submitted":
            return Proposal(f"do AcceptReport {named} --report {subject}", "accept")
        case "report":
            return Proposal(f"do SubmitReport {named} --report {subject}", "report")
        case "agreement" if file.agreement is None:
            return Proposal(f"do PrepareAgreement {named}", "prepare")
        case "agreement":
            return Proposal(f"do SignAgreement {named}", "sign")
        case "decision" if subject in file.amendments:
            return Proposal(f"do DecideAmendment {named} --amendment {subject}", "decide")
    command, field, purpose = _ANSWERS[deadline.key]
    return Proposal(" ".join(filter(None, (f"do {command} {named}", field, field and subject))), purpose)


def _whose(file: Funding, deadline: Deadline, instrument: Instrument) -> Said | None:
    """The report, tranche, condition or amendment, by its name; None for a funding's only tranche, and for itself."""
    subject = deadline.subject or ""
    match deadline.key:
        case "condition":
            label = one_line(file.conditions[subject].label)
            return Said(label, label)
        case "report":
            names = {one.report: one.name for one in instrument.reports}
        case _:
            names = {one.tranche: one.name for one in instrument.tranches}
    found = names.get(subject)
    if found:
        return Said(found.fr, found.en)
    return Said(subject, subject) if subject in file.amendments else None
