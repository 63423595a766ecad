"""What a file of payments says, in clear. Integer euro cents."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Held:
    """An account and who holds it. Never shown by ``repr``, so that no log has it."""

    holder: str = field(repr=False)
    iban: str = field(repr=False)
    bic: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Transfer:
    """One payment. ``reference`` is passed on from end to end; ``identifier`` is the number of a register."""

    reference: str
    beneficiary: str
    identifier: str
    to: Held
    cents: int
    funding: str
    tranche: str


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """A file: by what name, made when, to be paid from where on which day."""

    name: str
    created_at: datetime
    execute_on: date
    paying: Held
    transfers: tuple[Transfer, ...]

    @property
    def cents(self) -> int:
        """What is paid in all."""
        return sum(one.cents for one in self.transfers)
