"""What is known of a file of payments for the bank."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """A file of payments that left for the bank."""

    id: str
    entry: int
