"""What the entries of envelopes, of bank details and of files for the bank hang on."""

from domain.bank.events import BankDetailsConfirmed, BankDetailsRejected, PaymentReferenceTaken
from domain.envelopes.events import (
    FundsConsumed,
    FundsRefunded,
    FundsReleased,
    FundsReserved,
    FundsRestored,
    PaymentCharged,
    PaymentUncharged,
)
from domain.fundings.events.payments import PaymentFileIssued
from domain.kernel.event import Event
from domain.kernel.ids import funding_stream
from domain.relations.relation import EntryLink, Relation, earlier


def of_envelope(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The links of a line of an envelope."""
    match event:
        case FundsReserved(funding=funding):
            granted = ("FundingGranted", "AmendmentGranted")
            return (earlier(Relation.RESERVES, funding_stream(funding), *granted),)
        case FundsReleased(funding=funding):
            return (earlier(Relation.RESTORES, stream, "FundsReserved", funding=funding),)
        case FundsConsumed(funding=funding, payment=payment):
            reserved = earlier(Relation.CONSUMES, stream, "FundsReserved", funding=funding)
            return (reserved, _ordered(funding, payment))
        case PaymentCharged(funding=funding, payment=payment):
            return (_ordered(funding, payment),)
        case FundsRestored(payment=payment):
            return (earlier(Relation.RESTORES, stream, "FundsConsumed", payment=payment),)
        case PaymentUncharged(payment=payment):
            return (earlier(Relation.RESTORES, stream, "PaymentCharged", payment=payment),)
        case FundsRefunded(funding=funding):
            return (earlier(Relation.RESTORES, funding_stream(funding), "RefundRecorded"),)
    return ()


def of_account(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The links of an entry of somebody's bank details."""
    match event:
        case BankDetailsConfirmed(bank_details=number) | BankDetailsRejected(bank_details=number):
            return (earlier(Relation.ANSWERS, stream, "BankDetailsProposed", bank_details=number),)
    return ()


def of_payment_file(_stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The orders that a file hands to the bank."""
    match event:
        case PaymentFileIssued(payments=payments):
            return tuple(_ordered(one.funding, one.payment) for one in payments)
    return ()


def of_reference(_stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The payment, or the refund, that takes a reference of the bank."""
    match event:
        case PaymentReferenceTaken(funding=funding, payment=None):
            return (earlier(Relation.PAYS, funding_stream(funding), "RefundRecorded"),)
        case PaymentReferenceTaken(funding=funding, payment=int(payment)):
            return (_ordered(funding, payment),)
    return ()


def _ordered(funding: str, payment: int) -> EntryLink:
    return earlier(Relation.PAYS, funding_stream(funding), "PaymentOrdered", payment=payment)
