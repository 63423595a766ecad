"""Events about tranches, payments, reports and bank details."""

from typing import Literal

from domain.fundings.request import Allocation
from domain.kernel.event import Event
from domain.kernel.model import Model
from domain.kernel.moments import Moment
from domain.kernel.money import AccountId, DocumentDigest
from domain.kernel.prose import Prose
from domain.kernel.values import Day, Key, Slug


class TrancheRequested(Event):
    """A tranche was asked for; its conditions held."""

    outdates = True

    type: Literal["TrancheRequested"] = "TrancheRequested"
    tranche: Key
    cents: int
    levels: int
    """How many approvals its amount needs."""
    note: Prose | None


class TrancheApproved(Event):
    """A tranche was approved at one level; it may be paid once the last has approved it."""

    outdates = True

    type: Literal["TrancheApproved"] = "TrancheApproved"
    tranche: Key
    level: int
    last: bool


class TrancheReturned(Event):
    """A requested tranche was sent back."""

    outdates = True

    type: Literal["TrancheReturned"] = "TrancheReturned"
    tranche: Key
    reason: Prose


class PaymentOrdered(Event):
    """A payment was ordered to a version of bank details; the envelopes are charged with it."""

    outdates = True

    type: Literal["PaymentOrdered"] = "PaymentOrdered"
    payment: int
    tranche: Key
    cents: int
    account: AccountId
    bank_details: int
    allocations: tuple[Allocation, ...]
    """From which of the money set aside it is paid."""
    charged: str | None
    """The envelope of the year of payment, where there is one."""


class PaymentIssued(Event):
    """The payment left in a file for the bank."""

    outdates = True

    type: Literal["PaymentIssued"] = "PaymentIssued"
    payment: int
    payment_file: Slug


class PaymentConfirmed(Event):
    """The bank paid; no other payment has this reference."""

    outdates = True

    type: Literal["PaymentConfirmed"] = "PaymentConfirmed"
    payment: int
    reference: str
    executed_on: Day


class PaymentFailed(Event):
    """A payment failed, came back or was cancelled: tranche and envelopes are as before it."""

    outdates = True

    type: Literal["PaymentFailed"] = "PaymentFailed"
    payment: int
    outcome: Literal["failed", "returned", "cancelled"]
    reason: Prose


class RefundRecorded(Event):
    """Reclaimed money came back."""

    outdates = True

    type: Literal["RefundRecorded"] = "RefundRecorded"
    cents: int
    reference: str
    restored: tuple[Allocation, ...]


class ReportSubmitted(Event):
    """A report has come."""

    type: Literal["ReportSubmitted"] = "ReportSubmitted"
    report: Key
    document: DocumentDigest | None
    note: Prose | None


class ReportReturned(Event):
    """A report was sent back."""

    outdates = True

    type: Literal["ReportReturned"] = "ReportReturned"
    report: Key
    reason: Prose


class ReportAccepted(Event):
    """A report was accepted."""

    outdates = True

    type: Literal["ReportAccepted"] = "ReportAccepted"
    report: Key
    note: Prose | None


class CharterHeard(Event):
    """The charter of its cooperation was signed at that moment, or, without one, never was."""

    type: Literal["CharterHeard"] = "CharterHeard"
    signed: Moment | None


class PaymentInFile(Model):
    """One payment of a file for the bank."""

    funding: Slug
    payment: int
    cents: int
    account: AccountId
    bank_details: int
    reference: str
    """The end-to-end reference that the bank passes on."""


class PaymentFileIssued(Event):
    """Payments left for the bank in one file; made again, it is the same, byte by byte."""

    type: Literal["PaymentFileIssued"] = "PaymentFileIssued"
    execute_on: Day
    paying: int
    """The version of the organisation's own bank details."""
    payments: tuple[PaymentInFile, ...]


PaymentEvent = (
    TrancheRequested
    | TrancheApproved
    | TrancheReturned
    | PaymentOrdered
    | PaymentIssued
    | PaymentConfirmed
    | PaymentFailed
    | RefundRecorded
    | ReportSubmitted
    | ReportReturned
    | ReportAccepted
    | CharterHeard
)
"""Events about the tranches, payments and reports of one funding, and what its tranches wait for."""
