"""Ladders: when each rung of a deadline goes out, and to whom.

Never early, never on a weekend or holiday: a rung that falls on one waits for the next working day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.calendar import Due, WorkingDays, due_on
from domain.moments import earliest
from domain.rulebook import Rung
from domain.values import Role

OWING = "owing"
"""Those who owe what the deadline is about, as recipients."""
CHAIR = "presiding"
"""Those who chair the panel, as recipients."""


@dataclass(frozen=True, slots=True)
class RungTime:
    """A rung of an open deadline. ``muted`` rungs lie in an imported past and are never sent."""

    name: str
    at: datetime
    to: Role | str
    exact: bool
    muted: bool = False


def rung_times(
    ladder: tuple[Rung, ...],
    begins: datetime,
    due: Due,
    calendar: WorkingDays,
    imported_at: str | None,
    opening: str | None = None,
) -> tuple[RungTime, ...]:
    """The ladder's rungs from the lowest to the highest; those of an imported past as the import rule says.

    ``begins`` is when the deadline began to run: a rung before that day is muted, since nobody wants to be
    reminded of what they have only just agreed. ``opening`` names a rung at that very moment, to those who owe.
    """
    climbing = sorted(ladder, key=lambda rung: due.offset(rung.offset))
    times = [_rung_time(rung, begins, due, calendar) for rung in climbing]
    if opening:
        at = calendar.sendable_from(begins.astimezone(calendar.tz))
        times.insert(0, RungTime(opening, at, OWING, exact=due.exact))
    return (
        _after_import(times, due, calendar, earliest(imported_at, calendar.tz))
        if imported_at
        else tuple(times)
    )


def _rung_time(rung: Rung, begins: datetime, due: Due, calendar: WorkingDays) -> RungTime:
    at = due.offset(rung.offset)
    early = at < begins if due.exact else calendar.day_of(at) < calendar.day_of(begins)
    sent_at = calendar.sendable_from(max(at, begins.astimezone(calendar.tz)))
    return RungTime(rung.rung, sent_at, rung.to, due.exact, muted=early)


def _after_import(
    times: list[RungTime], due: Due, calendar: WorkingDays, imported_at: datetime
) -> tuple[RungTime, ...]:
    """Of a deadline overdue at the import, the highest past rung waits for the next working day; no other."""
    past = [rung for rung in times if rung.at <= imported_at]
    coming = times[len(past) :]
    muted = [RungTime(rung.name, rung.at, rung.to, rung.exact, muted=True) for rung in past]
    if muted and due.passes_at <= imported_at:
        following = calendar.day_of(imported_at) + timedelta(days=1)
        at = due_on(calendar.next_working_day(following), calendar.tz).at
        muted[-1] = RungTime(past[-1].name, at, past[-1].to, past[-1].exact)
    return (*muted, *coming)
