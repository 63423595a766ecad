"""How bank details and references of payments change with their events. Total and pure."""

from collections.abc import Mapping
from dataclasses import replace

from domain.bank.events import (
    BankDetailsConfirmed,
    BankDetailsProposed,
    BankDetailsRejected,
    PaymentReferenceTaken,
)
from domain.bank.state import Account, BankDetails, PaymentReference
from domain.kernel.ids import id_of
from domain.kernel.recorded import Recorded


def evolve_account(state: Account | None, recorded: Recorded) -> Account:
    """The bank details after one more event."""
    state = replace(state or Account(id_of(recorded.stream), 0), entry=recorded.entry)
    match recorded.event:
        case BankDetailsProposed() as event:
            version = BankDetails(
                number=event.bank_details,
                proposed_by=event.proposed_by,
                entry=recorded.entry,
                holder=event.holder,
                iban=event.iban,
                bic=event.bic,
                at=recorded.effective_at,
            )
            return replace(
                state, versions={**state.versions, version.number: version}, pending=version.number
            )
        case BankDetailsConfirmed(bank_details=number):
            return replace(state, versions=_confirmed(state, number, recorded), holds=number, pending=None)
        case BankDetailsRejected():
            return replace(state, pending=None)
    return state


def _confirmed(state: Account, number: int, recorded: Recorded) -> Mapping[int, BankDetails]:
    known = state.versions[number]
    confirmed = replace(known, confirmed_by=recorded.actor, confirmed_at=recorded.effective_at)
    return {**state.versions, number: confirmed}


def evolve_reference(state: PaymentReference | None, recorded: Recorded) -> PaymentReference:
    """The reference, which is taken once."""
    if state is not None or not isinstance(recorded.event, PaymentReferenceTaken):
        raise ValueError(f"{recorded.stream} is taken once, and nothing else")
    return PaymentReference(id_of(recorded.stream), recorded.entry, recorded.event.funding)
