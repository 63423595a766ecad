"""Commands about tranches, payments, reports and bank details."""

from typing import Annotated, Literal

from pydantic import Field

from domain.fundings.commands.base import FundingCommand
from domain.kernel.command import MoneyCommand
from domain.kernel.ids import payment_file_stream
from domain.kernel.model import Model
from domain.kernel.money import BankReference, DocumentDigest
from domain.kernel.prose import ClearProse
from domain.kernel.values import Day, Key, Slug

PaymentNumber = Annotated[int, Field(ge=1, le=10_000)]
"""The number of a payment within its funding, from 1."""


class RequestTranche(FundingCommand):
    """Ask for a tranche whose conditions hold."""

    not_while_asleep = True

    type: Literal["RequestTranche"]
    tranche: Key
    note: ClearProse | None = None


class ApproveTranche(FundingCommand):
    """Approve a requested tranche, at the next level that its amount needs."""

    judges = True
    not_while_asleep = True

    type: Literal["ApproveTranche"]
    tranche: Key


class ReturnTranche(FundingCommand):
    """Send a requested tranche back, with reasons: it may be requested again."""

    judges = True

    type: Literal["ReturnTranche"]
    tranche: Key
    reason: ClearProse


class OrderPayment(FundingCommand):
    """Order the payment of an approved tranche to the confirmed account of the payee."""

    judges = True
    not_while_asleep = True

    type: Literal["OrderPayment"]
    tranche: Key


class ConfirmPayment(FundingCommand):
    """Record that the bank has paid, with its reference, which no other payment has."""

    judges = True
    in_order = False

    type: Literal["ConfirmPayment"]
    payment: PaymentNumber
    reference: BankReference
    executed_on: Day


class FailPayment(FundingCommand):
    """Record that a payment failed, came back, or was cancelled: tranche and envelope are as before it."""

    judges = True
    in_order = False

    type: Literal["FailPayment"]
    payment: PaymentNumber
    outcome: Literal["failed", "returned", "cancelled"]
    reason: ClearProse


class RecordRefund(FundingCommand):
    """Record reclaimed money that came back; it is in the envelope again."""

    judges = True
    in_order = False

    type: Literal["RecordRefund"]
    cents: Annotated[int, Field(ge=1, le=100_000_000_000)]
    reference: BankReference


class SubmitReport(FundingCommand):
    """Record that the beneficiary's report has come."""

    in_order = False

    type: Literal["SubmitReport"]
    report: Key
    document: DocumentDigest | None = None
    note: ClearProse | None = None


class ReturnReport(FundingCommand):
    """Send a report back, with what it lacks."""

    in_order = False

    type: Literal["ReturnReport"]
    report: Key
    reason: ClearProse


class AcceptReport(FundingCommand):
    """Accept a report that has come."""

    in_order = False

    type: Literal["AcceptReport"]
    report: Key
    note: ClearProse | None = None


class OrderedPayment(Model):
    """One ordered payment of a funding."""

    funding: Slug
    payment: PaymentNumber


class IssuePaymentFile(MoneyCommand):
    """Put ordered payments into one file for the bank; none goes into two files."""

    type: Literal["IssuePaymentFile"]
    payment_file: Annotated[Slug, Field(max_length=30)]
    payments: Annotated[tuple[OrderedPayment, ...], Field(min_length=1, max_length=1_000)]
    execute_on: Day
    """When the bank is to pay, a day that is not past."""

    @property
    def stream(self) -> str:
        """The stream of the file."""
        return payment_file_stream(self.payment_file)


PaymentCommand = (
    RequestTranche
    | ApproveTranche
    | ReturnTranche
    | OrderPayment
    | ConfirmPayment
    | FailPayment
    | RecordRefund
    | SubmitReport
    | ReturnReport
    | AcceptReport
)
"""Commands about the tranches, payments and reports of one funding."""
