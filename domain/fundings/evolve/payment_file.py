"""How a file of payments for the bank changes with its events."""

from domain.fundings.events.payments import PaymentFileIssued
from domain.fundings.payment_file_state import PaymentFile
from domain.kernel.ids import id_of
from domain.kernel.recorded import Recorded


def evolve_payment_file(state: PaymentFile | None, recorded: Recorded) -> PaymentFile:
    """The payment file, which is issued once and never changes."""
    if state is not None or not isinstance(recorded.event, PaymentFileIssued):
        raise ValueError(f"{recorded.stream} is issued once, and nothing else")
    return PaymentFile(id_of(recorded.stream), recorded.entry)
