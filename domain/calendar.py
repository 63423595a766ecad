"""Days that count: durations in calendar units, French holidays, the next working day.

``whenever`` and ``holidays`` are used here and nowhere else. Durations are ISO 8601 (``P6M``, ``P14D``, or
``PT5S``): months are calendar months, 31 January plus P1M is the last day of February.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import holidays
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from whenever import Date, ItemizedDateDelta, ItemizedDelta, TimeDelta

from domain.model import Model

SENDING_HOUR = time(8)
"""When a day's reminders go out, local time."""

_WEEKEND = (5, 6)


def _read_duration(text: str) -> str:
    try:
        ItemizedDelta.parse_iso(text)
    except ValueError:
        raise PydanticCustomError("duration_expected", "an ISO 8601 duration: P6M, P14D, -P30D") from None
    return text


Duration = Annotated[str, AfterValidator(_read_duration)]
"""An ISO 8601 duration, kept as written."""


class WorkingDays(Model):
    """Which days reminders may go out on, and where."""

    days: Literal["monday-to-friday", "every-day"] = "monday-to-friday"
    holidays: Literal["FR", "none"] = "FR"
    zone: str = "Europe/Paris"

    @property
    def name(self) -> str:
        """What placed a date: kept in events, since libraries learn of new holidays."""
        return f"{self.days}, {self.holidays}, holidays {version('holidays')}"

    @property
    def tz(self) -> ZoneInfo:
        """The time zone in which days begin and end."""
        return ZoneInfo(self.zone)

    def works(self, day: date) -> bool:
        """Whether people work that day."""
        if self.days == "monday-to-friday" and day.weekday() in _WEEKEND:
            return False
        return self.holidays == "none" or day not in _french_holidays(day.year)

    def next_working_day(self, day: date) -> date:
        """That day if people work then, else the first one after it."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def sendable_from(self, instant: datetime) -> datetime:
        """The instant itself on a working day from the sending hour on, else the next such hour.

        Where people work every day, they do so at every hour.
        """
        day = instant.astimezone(self.tz).date()
        if self.days == "every-day" and self.works(day):
            return instant
        opening = datetime.combine(self.next_working_day(day), SENDING_HOUR, self.tz)
        return max(instant, opening)


@cache
def _french_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("FR", years=year, language="fr"))


@dataclass(frozen=True, slots=True)
class Due:
    """Something is due by the end of a day (``exact`` False), or at an instant."""

    at: datetime
    exact: bool

    @property
    def day(self) -> date:
        """The due day, in the zone of ``at``."""
        return self.at.date()

    @property
    def passes_at(self) -> datetime:
        """The first instant at which it is overdue."""
        if self.exact:
            return self.at
        return datetime.combine(self.day + timedelta(days=1), time(), self.at.tzinfo)

    def moved(self, by: timedelta) -> "Due":
        """Due later by a pause: whole days when due on a day."""
        if self.exact:
            return Due(self.at + by, exact=True)
        return Due(_at_hour(self.day + timedelta(days=by.days), self.at), exact=False)

    def offset(self, duration: str) -> datetime:
        """The instant ``duration`` (may be negative) away: days keep the sending hour."""
        return plus(self.at, duration, exact=self.exact).at


def due_after(anchor: datetime, duration: str, zone: ZoneInfo) -> Due:
    """What is due ``duration`` after ``anchor``: on a day, unless the duration has hours, minutes or seconds."""
    local = anchor.astimezone(zone)
    exact = "T" in duration
    return plus(local if exact else _at_hour(local.date(), local), duration, exact=exact)


def due_on(day: date, zone: ZoneInfo) -> Due:
    """What is due by the end of ``day``."""
    return Due(datetime.combine(day, SENDING_HOUR, zone), exact=False)


def plus(start: datetime, duration: str, *, exact: bool) -> Due:
    """``start`` moved by an ISO duration in calendar units, then in exact time."""
    dates, times = _parts(duration)
    day = Date(start.year, start.month, start.day).add(dates).to_stdlib() if dates else start.date()
    moved = datetime.combine(day, start.timetz())
    if times:  # exact time: through UTC, so that an hour stays an hour when the clocks change
        moved = (moved.astimezone(UTC) + times.to_stdlib()).astimezone(start.tzinfo)
    return Due(moved, exact=exact)


@lru_cache(maxsize=256)
def _parts(duration: str) -> tuple[ItemizedDateDelta | None, TimeDelta | None]:
    """Rulebooks name few durations, and each is read again and again."""
    return ItemizedDelta.parse_iso(duration).date_and_time_parts()


def _at_hour(day: date, like: datetime) -> datetime:
    return datetime.combine(day, SENDING_HOUR, like.tzinfo)
