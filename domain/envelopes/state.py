"""What is known of an envelope, of bank details, of what is there once. Integer euro cents."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.prose import Prose


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


@dataclass(frozen=True, slots=True)
class BankDetails:
    """A version of somebody's bank details; the text lies in the vault."""

    number: int
    proposed_by: str
    entry: int
    holder: Prose
    iban: Prose
    bic: Prose | None
    at: str
    """When they were proposed."""
    confirmed_by: str | None = None
    confirmed_at: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's bank details: the version that holds, and the one that waits for a second person."""

    id: str
    entry: int
    versions: Mapping[int, BankDetails] = field(default_factory=dict)
    holds: int | None = None
    pending: int | None = None


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """A file of payments that left for the bank."""

    id: str
    entry: int


@dataclass(frozen=True, slots=True)
class PaymentReference:
    """A bank's reference, taken once."""

    id: str
    entry: int
    funding: str
