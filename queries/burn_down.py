"""How an envelope is used up, month by month: what is allotted, committed and paid, and which payments are planned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.envelopes.shares import allotment, movement
from domain.fundings.conditions import due_since
from domain.fundings.state import Funding
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
    now = today.replace(day=1)
    first, last = _span(moved, year, today)
    found, coming, paid = [], 0, 0
    for month in _months(first, last):
        done = [one for one in moved if _first(one.day) <= month]
        paid = sum(one.paid for one in done)
        coming += sum(one.cents for one in planned if one.day and max(_first(one.day), now) == month)
        known = month <= now
        found.append(
            MonthEnd(
                month,
                sum(one.allotted for one in done) if known else None,
                sum(one.committed for one in done) if known else None,
                paid if known else None,
                None if month < now else paid + coming,
            )
        )
    reserved = sum(one.committed for one in moved) - paid
    return BurnDown(found, max(0, reserved - coming))


def planned_of(funding: Funding, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Planned]:
    """The payments of a funding that are still to be made, each from the day on which it may be asked for."""
    instrument = rulebook.instrument(funding.instrument)
    for key, one in funding.tranches.items():
        if instrument and one.stage in ("planned", "requested", "approved"):
            since = due_since(funding, instrument, key, zone)
            yield Planned(day_of(earliest(since, zone), zone) if since else None, one.cents)


class _Moved(NamedTuple):
    """How much more or less is allotted, committed and paid since a day."""

    day: date
    allotted: int
    committed: int
    paid: int


def _moves(history: Iterable[Recorded], zone: ZoneInfo) -> Iterator[_Moved]:
    for one in history:
        day, allotted = day_of(earliest(one.effective_at, zone), zone), allotment(one.event)
        if moved := movement(one.event):
            yield _Moved(day, 0, moved.reserved + moved.consumed, moved.consumed)
        elif allotted:
            yield _Moved(day, allotted, 0, 0)


def _span(moved: Sequence[_Moved], year: str, today: date) -> tuple[date, date]:
    """The first and the last month."""
    days = [one.day for one in moved] or [today]
    own = int(year) if year.isdigit() else None
    first = min(_first(days[0]), date(own, 1, 1)) if own else _first(days[0])
    return first, max(_first(days[-1]), date(own or max(today.year, days[-1].year), _DECEMBER, 1))


def _months(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = date(first.year + first.month // _DECEMBER, first.month % _DECEMBER + 1, 1)


def _first(day: date) -> date:
    return day.replace(day=1)
