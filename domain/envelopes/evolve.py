"""How envelopes, bank details, payment files and references change with their events. Total and pure."""

from domain.envelopes.state import Account, Envelope, PaymentFile, PaymentReference
from domain.events.recorded import Recorded


def evolve_envelope(state: Envelope | None, recorded: Recorded) -> Envelope:
    """The envelope after one more event. Raises ValueError if the first event does not open it."""
    raise NotImplementedError(state, recorded)


def evolve_account(state: Account | None, recorded: Recorded) -> Account:
    """The bank details after one more event."""
    raise NotImplementedError(state, recorded)


def evolve_payment_file(state: PaymentFile | None, recorded: Recorded) -> PaymentFile:
    """The payment file, which is issued once and never changes."""
    raise NotImplementedError(state, recorded)


def evolve_reference(state: PaymentReference | None, recorded: Recorded) -> PaymentReference:
    """The reference, which is taken once."""
    raise NotImplementedError(state, recorded)
