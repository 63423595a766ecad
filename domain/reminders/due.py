"""What is due now: of each open deadline the highest rung that has come, and the lower ones it overtakes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import RungTime, escalates
from domain.deadlines.prospects import Prospect, first_of, waiting
from domain.files.file import KeptFile
from domain.kernel.calendar import WorkingDays
from domain.reminders.any_file import speaking
from domain.reminders.outcomes import is_told_once, still_told
from domain.rulebook import Rulebook

LATE_AFTER = timedelta(minutes=1)
"""A rung due at an exact instant is late after this; one due on a day, from the next day on."""


@dataclass(frozen=True, slots=True)
class DueRung:
    """A rung to send now. ``overtakes`` names the lower rungs that will not be sent."""

    deadline: Deadline
    rung: RungTime
    overtakes: tuple[str, ...]
    late: bool


def due_rungs(file: KeptFile, rulebook: Rulebook, now: datetime) -> tuple[DueRung, ...]:
    """What to send now; nothing on a day on which people do not work, nor while the file is silent."""
    calendar = rulebook.calendar_of(file.region)
    if calendar.sendable_from(now) > now:
        return ()
    return tuple(
        DueRung(deadline, rung, _below(deadline, rung), _is_late(rung, now, calendar))
        for deadline in speaking(file, rulebook)
        if not deadline.over(now) and (rung := _highest(deadline, now)) is not None
    )


def rungs_ahead(file: KeptFile, rulebook: Rulebook) -> Iterator[Prospect]:
    """The rungs still to be sent, which may have come already."""
    for deadline in speaking(file, rulebook):
        for rung in waiting(deadline):
            yield Prospect(rung.at, deadline.ends)


def next_instant(file: KeptFile, rulebook: Rulebook, now: datetime) -> datetime | None:
    """The earliest instant, now or later, at which a rung is to be sent; None if none is in sight."""
    return first_of(rungs_ahead(file, rulebook), rulebook.calendar_of(file.region), now)


def still_due(file: KeptFile, rulebook: Rulebook, occurrence: str) -> bool:
    """Whether a reminder about an occurrence still has its reason: open, in a file that speaks; or told once."""
    if is_told_once(occurrence):
        return still_told(occurrence, file)
    return any(one.occurrence == occurrence for one in speaking(file, rulebook))


def next_rung(deadline: Deadline) -> RungTime | None:
    """The earliest rung still to be sent, which may have come already; None if there is none."""
    return min(waiting(deadline), key=lambda one: one.at, default=None)


def _highest(deadline: Deadline, now: datetime) -> RungTime | None:
    """The highest that has come; those who were to act first are told first, and who is to be invited before all."""
    come = [rung for rung in waiting(deadline) if rung.at <= now]
    if opening := next((rung for rung in come if rung.opening), None):
        return opening
    while come:
        below = [one for one in come if escalates(come[-1], one, deadline.rungs)]
        if not below:
            return come[-1]
        come = come[: come.index(below[-1]) + 1]
    return None


def _below(deadline: Deadline, rung: RungTime) -> tuple[str, ...]:
    lower = deadline.rungs[: deadline.rungs.index(rung)]
    return tuple(one.name for one in lower if one.name not in deadline.done)


def _is_late(rung: RungTime, now: datetime, calendar: WorkingDays) -> bool:
    if rung.exact:
        return now - rung.at > LATE_AFTER
    return calendar.day_of(now) > calendar.day_of(rung.at)
