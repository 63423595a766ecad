"""How an envelope changes with its events. Total and pure."""

from dataclasses import replace

from domain.envelopes.events import (
    CarriedOver,
    CarryOverReceived,
    EnvelopeOpened,
    EnvelopeToppedUp,
    PaymentCharged,
    PaymentUncharged,
)
from domain.envelopes.shares import movement
from domain.envelopes.state import Envelope
from domain.kernel.ids import id_of
from domain.kernel.recorded import Recorded


def evolve_envelope(state: Envelope | None, recorded: Recorded) -> Envelope:
    """The envelope after one more event. Raises ValueError if the first event does not open it."""
    event = recorded.event
    if isinstance(event, EnvelopeOpened):
        return _opened(event, recorded)
    if state is None:
        raise ValueError(f"{recorded.stream} does not begin with its opening")
    entry = recorded.entry
    if moved := movement(event):
        return replace(
            state,
            entry=entry,
            reserved=state.reserved + moved.reserved,
            consumed=state.consumed + moved.consumed,
            fundings=state.fundings + moved.counts,
        )
    match event:
        case PaymentCharged(cents=cents):
            return replace(state, entry=entry, paid=state.paid + cents)
        case PaymentUncharged(cents=cents):
            return replace(state, entry=entry, paid=state.paid - cents)
        case EnvelopeToppedUp() | CarriedOver() | CarryOverReceived():
            return _filled(state, event, entry)
    return replace(state, entry=entry)


def _opened(event: EnvelopeOpened, recorded: Recorded) -> Envelope:
    return Envelope(
        id=id_of(recorded.stream),
        entry=recorded.entry,
        rulebook=event.rulebook,
        commitments_cents=event.commitments_cents,
        payments_cents=event.payments_cents,
        fundings_per_year=event.fundings_per_year,
    )


def _filled(
    state: Envelope, event: EnvelopeToppedUp | CarriedOver | CarryOverReceived, entry: int
) -> Envelope:
    """The envelope with more or less in it. Adding to payments that nothing bounds does not bound them."""
    match event:
        case EnvelopeToppedUp(commitments_cents=more, payments_cents=paid):
            payments = None if state.payments_cents is None else state.payments_cents + paid
            commitments = state.commitments_cents + more
            return replace(state, entry=entry, commitments_cents=commitments, payments_cents=payments)
        case CarriedOver(cents=cents):
            return replace(state, entry=entry, carried_out=state.carried_out + cents)
        case CarryOverReceived(cents=cents):
            return replace(state, entry=entry, carried_in=state.carried_in + cents)
