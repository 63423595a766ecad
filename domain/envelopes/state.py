"""What is known of an envelope, of bank details, of what is there once. Integer euro cents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope. Commitments and payments are bounded apart; ``payments_cents`` None bounds no payment.

    Sums only, so that a decision costs the same however many fundings it serves: ``domain.envelopes.shares`` tells
    what each of them has.
    """

    id: str
    entry: int
    rulebook: str
    commitments_cents: int
    payments_cents: int | None
    fundings_per_year: int | None
    carried_in: int = 0
    carried_out: int = 0
    reserved: int = 0
    """What is set aside and not paid."""
    consumed: int = 0
    """What was paid of what was committed here."""
    fundings: int = 0
    """How many fundings were granted of it."""
    paid: int = 0
    """What was paid in this year."""

    @property
    def allotted(self) -> int:
        """What may be committed in all."""
        return self.commitments_cents + self.carried_in - self.carried_out

    @property
    def balance(self) -> int:
        """What may still be committed."""
        return self.allotted - self.reserved - self.consumed

    @property
    def payable(self) -> int | None:
        """What may still be paid in this year; None if nothing bounds it."""
        return None if self.payments_cents is None else self.payments_cents - self.paid
