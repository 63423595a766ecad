"""How an envelope is used up, month by month: what is allotted, committed and paid, and which payments are planned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from zoneinfo import ZoneInfo

from domain.envelopes.events import CarriedOver, CarryOverReceived, EnvelopeOpened, EnvelopeToppedUp
from domain.envelopes.shares import movement
from domain.fundings.conditions import due_since
from domain.fundings.state import Funding
from domain.kernel.event import Event
from domain.kernel.moments import day_of, earliest
from domain.kernel.recorded import Recorded
from domain.rulebook import Rulebook

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """What an envelope comes to at the end of a month, in cents; in a month to come only what is planned is known.

    ``planned``: what will be paid in all by then, from this month on.
    """

    first: date
    """The first day of the month."""
    allotted: int | None
    committed: int | None
    paid: int | None
    planned: int | None

    @property
    def left(self) -> int | None:
        """What may still be committed."""
        return None if self.allotted is None or self.committed is None else self.allotted - self.committed


@dataclass(frozen=True, slots=True)
class Planned:
    """A payment to come: the day from which on it may be asked for, None while that is not known."""

    day: date | None
    cents: int


@dataclass(frozen=True, slots=True)
class BurnDown:
    """The months of an envelope."""

    months: Sequence[MonthEnd]
    later_cents: int
    """What is set aside and planned for no month of the chart: after its end, or without a day."""


def burn_down(
    history: Sequence[Recorded], planned: Sequence[Planned], year: str, today: date, zone: ZoneInfo
) -> BurnDown:
    """From January of the envelope's year, or its opening, to December, or its last movement."""
    moved = sorted(_moves(history, zone))
    months = list(_months(moved, year, today))
    now = today.replace(day=1)
    sums = [
        tuple(sum(one[part] for one in moved if _first(one[0]) <= month) for part in (1, 2, 3))
        for month in months
    ]
    coming = [
        sum(one.cents for one in planned if one.day and max(_first(one.day), now) == month)
        for month in months
    ]
    ahead = list(accumulate(coming))
    reserved = sums[-1][1] - sums[-1][2] if sums else 0
    return BurnDown(
        [
            MonthEnd(
                month,
                *(sums[at] if month <= now else (None, None, None)),
                sums[at][2] + ahead[at] if month >= now else None,
            )
            for at, month in enumerate(months)
        ],
        max(0, reserved - sum(coming)),
    )


def planned_of(funding: Funding, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Planned]:
    """The payments of a funding that are still to be made, each from the day on which it may be asked for."""
    instrument = rulebook.instrument(funding.instrument)
    for key, one in funding.tranches.items():
        if instrument and one.stage in ("planned", "requested", "approved"):
            since = due_since(funding, instrument, key, zone)
            yield Planned(day_of(earliest(since, zone), zone) if since else None, one.cents)


def _moves(history: Iterable[Recorded], zone: ZoneInfo) -> Iterator[tuple[date, int, int, int]]:
    """A day, and how much more or less is allotted, committed and paid since then."""
    for one in history:
        day, allotted = day_of(earliest(one.effective_at, zone), zone), _allotted(one.event)
        if moved := movement(one.event):
            yield day, 0, moved.reserved + moved.consumed, moved.consumed
        elif allotted:
            yield day, allotted, 0, 0


def _allotted(event: Event) -> int:
    match event:
        case EnvelopeOpened(commitments_cents=cents) | EnvelopeToppedUp(commitments_cents=cents):
            return cents
        case CarryOverReceived(cents=cents):
            return cents
        case CarriedOver(cents=cents):
            return -cents
    return 0


def _months(moved: Sequence[tuple[date, int, int, int]], year: str, today: date) -> Iterator[date]:
    days = [one[0] for one in moved] or [today]
    own = int(year) if year.isdigit() else None
    first = min(_first(days[0]), date(own, 1, 1)) if own else _first(days[0])
    last = max(_first(days[-1]), date(own or max(today.year, days[-1].year), _DECEMBER, 1))
    while first <= last:
        yield first
        first = date(first.year + first.month // _DECEMBER, first.month % _DECEMBER + 1, 1)


def _first(day: date) -> date:
    return day.replace(day=1)
