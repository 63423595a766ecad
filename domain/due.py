"""What is due now: of each open deadline the highest rung that has come, and the lower ones it overtakes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.deadlines import Deadline, deadlines
from domain.ladders import RungTime
from domain.moments import day_of
from domain.rulebook import Rulebook
from domain.state import Cooperation

LATE_AFTER = timedelta(minutes=1)
"""A rung due at an exact instant is late after this; one due on a day, from the next day on."""


@dataclass(frozen=True, slots=True)
class DueRung:
    """A rung to send now. ``overtakes`` names the lower rungs that will not be sent."""

    deadline: Deadline
    rung: RungTime
    overtakes: tuple[str, ...]
    late: bool


def due_rungs(file: Cooperation, rulebook: Rulebook, now: datetime) -> tuple[DueRung, ...]:
    """What to send now; nothing on a day on which people do not work, nor while the file is silent."""
    if rulebook.calendar.sendable_from(now) > now:
        return ()
    return tuple(
        DueRung(deadline, rung, _below(deadline, rung), _is_late(rung, now))
        for deadline in speaking(file, rulebook)
        if (rung := _highest(deadline, now)) is not None
    )


def next_instant(file: Cooperation, rulebook: Rulebook, now: datetime) -> datetime | None:
    """The earliest instant, now or later, at which a rung is to be sent; None if none is in sight."""
    times = [rung.at for deadline in speaking(file, rulebook) for rung in waiting(deadline)]
    return rulebook.calendar.sendable_from(max(min(times), now)) if times else None


def next_rung(file: Cooperation, rulebook: Rulebook) -> datetime | None:
    """The earliest time of a rung not yet done, which may have passed; None if none is in sight."""
    return min((rung.at for one in speaking(file, rulebook) for rung in waiting(one)), default=None)


def still_due(file: Cooperation, rulebook: Rulebook, occurrence: str) -> bool:
    """Whether a reminder about an occurrence still has its reason: it is open, and the file speaks."""
    return any(one.occurrence == occurrence for one in speaking(file, rulebook))


def speaking(file: Cooperation, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The deadlines that may remind. A pause silences all; a pending abandonment all but its own."""
    if file.closed or file.paused:
        return ()
    return tuple(
        one
        for one in deadlines(file, rulebook)
        if file.abandonment is None or one.after == "abandonment-request"
    )


def waiting(deadline: Deadline) -> Iterator[RungTime]:
    """The rungs still to be sent."""
    return (rung for rung in deadline.rungs if not rung.muted and rung.name not in deadline.done)


def _highest(deadline: Deadline, now: datetime) -> RungTime | None:
    come = [rung for rung in waiting(deadline) if rung.at <= now]
    return come[-1] if come else None


def _below(deadline: Deadline, rung: RungTime) -> tuple[str, ...]:
    lower = deadline.rungs[: deadline.rungs.index(rung)]
    return tuple(one.name for one in lower if one.name not in deadline.done)


def _is_late(rung: RungTime, now: datetime) -> bool:
    return now - rung.at > LATE_AFTER if rung.exact else day_of(now) > day_of(rung.at)
