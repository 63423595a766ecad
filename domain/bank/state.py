"""What is known of the bank details of who is paid, and of references that are taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.kernel.prose import Prose


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
class PaymentReference:
    """A bank's reference, taken once."""

    id: str
    entry: int
    funding: str
