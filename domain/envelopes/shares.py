"""What an event moves in an envelope; and what each funding has of it, for whoever reads: no decision needs that."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from domain.envelopes.events import (
    CarriedOver,
    CarryOverReceived,
    EnvelopeOpened,
    EnvelopeToppedUp,
    FundsConsumed,
    FundsRefunded,
    FundsReleased,
    FundsReserved,
    FundsRestored,
)
from domain.kernel.event import Event
from domain.kernel.recorded import Recorded


class Movement(NamedTuple):
    """So much more or less of a funding set aside and paid, in cents; ``counts`` as one more funding."""

    funding: str
    reserved: int = 0
    consumed: int = 0
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """Integer euro cents: set aside and not paid, and paid."""

    reserved: int = 0
    consumed: int = 0


def movement(event: Event) -> Movement | None:
    """What an event moves; None for one that moves nothing of a funding."""
    match event:
        case FundsReserved(funding=funding, cents=cents, counts=counts):
            return Movement(funding, reserved=cents, counts=counts)
        case FundsReleased(funding=funding, cents=cents):
            return Movement(funding, reserved=-cents)
        case FundsConsumed(funding=funding, cents=cents):
            return Movement(funding, reserved=-cents, consumed=cents)
        case FundsRestored(funding=funding, cents=cents):
            return Movement(funding, reserved=cents, consumed=-cents)
        case FundsRefunded(funding=funding, cents=cents):
            return Movement(funding, consumed=-cents)
    return None


def allotment(event: Event) -> int:
    """How much more, or less, may be committed after an event that is about no funding; in cents."""
    match event:
        case EnvelopeOpened(commitments_cents=cents) | EnvelopeToppedUp(commitments_cents=cents):
            return cents
        case CarryOverReceived(cents=cents):
            return cents
        case CarriedOver(cents=cents):
            return -cents
    return 0


def freed(event: Event) -> int:
    """How much more, or less, is free in an envelope after an event; in cents."""
    moved = movement(event)
    return allotment(event) if moved is None else -(moved.reserved + moved.consumed)


def shares(history: Iterable[Recorded]) -> Mapping[str, Share]:
    """By funding, in the order of their first grants."""
    found: dict[str, Share] = {}
    for one in history:
        if moved := movement(one.event):
            was = found.get(moved.funding, Share())
            found[moved.funding] = Share(was.reserved + moved.reserved, was.consumed + moved.consumed)
    return found
