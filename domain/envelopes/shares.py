"""What each funding has of an envelope, counted from its events: for whoever reads, no decision needs it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.events.envelopes import (
    FundsConsumed,
    FundsRefunded,
    FundsReleased,
    FundsReserved,
    FundsRestored,
)
from domain.events.recorded import Recorded


@dataclass(frozen=True, slots=True)
class Share:
    """Integer euro cents: set aside and not paid, and paid."""

    reserved: int = 0
    consumed: int = 0


def shares(history: Iterable[Recorded]) -> Mapping[str, Share]:
    """By funding, in the order of their first grants."""
    found: dict[str, Share] = {}
    for one in history:
        match one.event:
            case FundsReserved(funding=funding, cents=cents):
                _move(found, funding, reserved=cents)
            case FundsReleased(funding=funding, cents=cents):
                _move(found, funding, reserved=-cents)
            case FundsConsumed(funding=funding, cents=cents):
                _move(found, funding, reserved=-cents, consumed=cents)
            case FundsRestored(funding=funding, cents=cents):
                _move(found, funding, reserved=cents, consumed=-cents)
            case FundsRefunded(funding=funding, cents=cents):
                _move(found, funding, consumed=-cents)
    return found


def _move(found: dict[str, Share], funding: str, *, reserved: int = 0, consumed: int = 0) -> None:
    was = found.get(funding, Share())
    found[funding] = Share(was.reserved + reserved, was.consumed + consumed)
