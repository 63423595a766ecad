"""Ladders: when each rung of a deadline goes out, and to whom.

Never early, never on a weekend or holiday: a rung that falls on one waits for the next working day. Nobody is escalated
over before they could act: a rung that tells somebody else waits until those whom the rungs below it told have had a
working day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.kernel.calendar import Due, WorkingDays, due_on
from domain.kernel.moments import earliest
from domain.kernel.values import Role
from domain.rulebook import Rung

OWING = "owing"
"""Those who owe what the deadline is about, as recipients."""
CHAIR = "presiding"
"""Those who chair the panel, as recipients."""


@dataclass(frozen=True, slots=True)
class RungTime:
    """A rung of an open deadline: when it is sent, and when its ``turn`` is by the ladder alone.

    ``muted`` rungs lie in an imported past and are never sent. An ``opening`` is sent before every other.
    """

    name: str
    at: datetime
    to: Role | str
    exact: bool
    turn: datetime
    muted: bool = False
    opening: bool = False


def rung_times(
    ladder: tuple[Rung, ...],
    begins: datetime,
    due: Due,
    calendar: WorkingDays,
    imported_at: str | None,
    opening: str | None = None,
    opening_to: str = OWING,
) -> tuple[RungTime, ...]:
    """The ladder's rungs from the lowest to the highest; those of an imported past as the import rule says.

    ``begins`` is when the deadline began to run: a rung before that day is muted, since nobody wants to be
    reminded of what they have only just agreed. ``opening`` names a rung at that very moment, to those who owe or
    are in charge; a rung that would tell the same people at that moment again is muted.
    """
    climbing = sorted(ladder, key=lambda rung: due.offset(rung.offset))
    times = [_rung_time(rung, begins, due, calendar) for rung in climbing]
    if opening:
        at = calendar.sendable_from(begins.astimezone(calendar.tz))
        times = [replace(one, muted=True) if one.to == opening_to and one.at <= at else one for one in times]
        times.insert(0, RungTime(opening, at, opening_to, exact=due.exact, turn=at, opening=True))
    return (
        _after_import(times, due, calendar, earliest(imported_at, calendar.tz))
        if imported_at
        else tuple(times)
    )


def in_turn(
    rungs: Sequence[RungTime], told: Mapping[str, datetime], done: frozenset[str], calendar: WorkingDays
) -> tuple[RungTime, ...]:
    """The rungs, each once those below could act. ``told``: when rungs were issued; ``done``: or overtaken."""
    found: list[RungTime] = []
    for rung in rungs:
        below = (one for one in found if not one.muted and escalates(rung, one, rungs))
        heard = (
            (one, told.get(one.name, one.at)) for one in below if one.name in told or one.name not in done
        )
        at = max((_could_act(one, since, rung, calendar) for one, since in heard), default=rung.at)
        found.append(replace(rung, at=max(at, rung.at)))
    return tuple(found)


def escalates(rung: RungTime, lower: RungTime, rungs: Sequence[RungTime]) -> bool:
    """Whether a rung tells somebody else what those of a lower one left undone: on a later day, or instant."""
    first = {one.to: place for place, one in reversed(list(enumerate(rungs)))}
    later = lower.turn < rung.turn if rung.exact else lower.turn.date() < rung.turn.date()
    return later and first[lower.to] < first[rung.to]


def _could_act(lower: RungTime, since: datetime, rung: RungTime, calendar: WorkingDays) -> datetime:
    """From when on a rung may follow a lower one: its own time, or as long after the lower one as that needs."""
    if rung.exact:
        return since + (rung.turn - lower.turn) if since >= rung.at else rung.at
    day = calendar.day_of(since)
    if day < calendar.day_of(rung.at):
        return rung.at
    return due_on(calendar.next_working_day(day + timedelta(days=1)), calendar.tz).at


def _rung_time(rung: Rung, begins: datetime, due: Due, calendar: WorkingDays) -> RungTime:
    at = due.offset(rung.offset)
    early = at < begins if due.exact else calendar.day_of(at) < calendar.day_of(begins)
    sent_at = calendar.sendable_from(max(at, begins.astimezone(calendar.tz)))
    return RungTime(rung.rung, sent_at, rung.to, due.exact, at, muted=early)


def _after_import(
    times: list[RungTime], due: Due, calendar: WorkingDays, imported_at: datetime
) -> tuple[RungTime, ...]:
    """Of a deadline overdue at the import, the highest past rung waits for the next working day; no other."""
    past = [rung for rung in times if rung.at <= imported_at]
    coming = times[len(past) :]
    muted = [replace(rung, muted=True) for rung in past]
    if muted and due.passes_at <= imported_at:
        following = calendar.day_of(imported_at) + timedelta(days=1)
        at = due_on(calendar.next_working_day(following), calendar.tz).at
        muted[-1] = replace(past[-1], at=at)
    return (*muted, *coming)
