"""What whoever asked for a funding, an amendment or a tranche is told of its outcome."""

from domain.files.events import SilenceCounted
from domain.files.outcome import Outcome, OutcomeKind, outcome
from domain.fundings.events.payments import PaymentConfirmed, PaymentFailed
from domain.fundings.events.requests import (
    AmendmentGranted,
    AmendmentRefused,
    FundingDeclined,
    FundingGranted,
)
from domain.fundings.state import Funding
from domain.kernel.recorded import Recorded


def outcome_of_funding(before: Funding, recorded: Recorded) -> Outcome | None:
    """The outcome that an event brings, given the funding before it; None for all others."""
    match recorded.event:
        case FundingGranted():
            return outcome("funding-granted", recorded, before.askers)
        case FundingDeclined(decision="refused"):
            return outcome("funding-refused", recorded, before.askers)
        case FundingDeclined():
            return outcome("funding-deferred", recorded, before.askers)
        case SilenceCounted(counts_as=counts_as):
            return outcome("silence-counted", recorded, before.askers, counts_as)
        case AmendmentGranted(amendment=key):
            return outcome("amendment-granted", recorded, (before.amendments[key].proposed_by,), key)
        case AmendmentRefused(amendment=key):
            return outcome("amendment-refused", recorded, (before.amendments[key].proposed_by,), key)
        case PaymentConfirmed(payment=number):
            return _of_payment("tranche-paid", before, recorded, number)
        case PaymentFailed(payment=number):
            return _of_payment("payment-failed", before, recorded, number)
    return None


def _of_payment(kind: OutcomeKind, before: Funding, recorded: Recorded, number: int) -> Outcome:
    tranche = before.tranches[before.payments[number].tranche]
    return outcome(kind, recorded, (tranche.requested_by,), tranche.tranche)
