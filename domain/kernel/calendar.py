"""Days that count: durations in calendar units, French holidays, the next working day.

``whenever`` is used here and nowhere else. Durations are ISO 8601 (``P6M``, ``P14D``, or
``PT5S``): months are calendar months, 31 January plus P1M is the last day of February, and says so.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from whenever import Date, ItemizedDateDelta, ItemizedDelta, TimeDelta

from domain.kernel.model import Model

SENDING_HOUR = time(8)
"""When a day's reminders go out, local time."""

_WEEKEND = (5, 6)
_EVERY_MONTH_HAS = 28
_LONGEST_MONTHS = 1200
_LONGEST_DAYS = 36_525
_LONGEST_HOURS = 876_600


def _read_duration(text: str) -> str:
    try:
        dates, times = _parts(text)
    except ValueError:
        raise PydanticCustomError("duration_expected", "an ISO 8601 duration: P6M, P14D, -P30D") from None
    hours = times.total("hours") if times else 0
    if abs(hours) > _LONGEST_HOURS or (dates and not _within_the_calendar(dates)):
        raise PydanticCustomError("duration_too_long", "at most a hundred years: P100Y")
    return text


def _within_the_calendar(dates: ItemizedDateDelta) -> bool:
    """Whether a duration can be added to every day that rules count from."""
    months = dates.get("years", 0) * 12 + dates.get("months", 0)
    days = dates.get("weeks", 0) * 7 + dates.get("days", 0)
    return abs(months) <= _LONGEST_MONTHS and abs(days) <= _LONGEST_DAYS


_FORM = r"^[-+]?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$"
"""What editors are told of durations."""

Duration = Annotated[
    str,
    AfterValidator(_read_duration),
    WithJsonSchema({"type": "string", "pattern": _FORM, "examples": ["P6M", "P14D", "-P1M"]}),
]
"""An ISO 8601 duration, kept as written."""


def _read_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("zone_expected", "a time zone: Europe/Paris, Indian/Reunion") from None
    return name


Zone = Annotated[str, AfterValidator(_read_zone)]
"""A time zone by its IANA name."""

Holidays = Literal[
    "FR",
    "FR-57",
    "FR-6AE",
    "FR-971",
    "FR-972",
    "FR-973",
    "FR-974",
    "FR-975",
    "FR-976",
    "FR-977",
    "FR-978",
    "FR-986",
    "FR-987",
    "FR-988",
    "none",
]
"""Which holidays are kept, by ISO 3166-2: those of the whole country (FR), or with them those of Moselle (57), Alsace
(6AE), Guadeloupe, Martinique, Guyane, La Réunion, Saint-Pierre-et-Miquelon, Mayotte, Saint-Barthélemy, Saint-Martin,
Wallis-et-Futuna, Polynésie française (971 to 987) or Nouvelle-Calédonie (988)."""

_SUBDIVISIONS = {"975": "PM", "977": "BL", "978": "MF", "986": "WF", "987": "PF", "988": "NC"}
"""The collectivities that the holidays library knows by their letters alone."""


class WorkingDays(Model):
    """Which days reminders may go out on, and where."""

    days: Literal["monday-to-friday", "every-day"] = "monday-to-friday"
    holidays: Holidays = "FR"
    zone: Zone = "Europe/Paris"

    @property
    def name(self) -> str:
        """What placed a date: kept in events, since libraries learn of new holidays."""
        return f"{self.days}, {self.holidays}, holidays {_library_version()}"

    @property
    def tz(self) -> ZoneInfo:
        """The time zone in which days begin and end."""
        return ZoneInfo(self.zone)

    def day_of(self, instant: datetime) -> date:
        """The day on which an instant falls there."""
        return instant.astimezone(self.tz).date()

    def works(self, day: date) -> bool:
        """Whether people work that day."""
        if self.days == "monday-to-friday" and day.weekday() in _WEEKEND:
            return False
        return self.holidays == "none" or day not in _days_off(self.holidays, day.year)

    def next_working_day(self, day: date) -> date:
        """That day if people work then, else the first one after it."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def sendable_from(self, instant: datetime) -> datetime:
        """The instant itself on a working day from the sending hour on, else the next such hour.

        Where people work every day, they do so at every hour.
        """
        day = self.day_of(instant)
        if self.days == "every-day" and self.works(day):
            return instant
        opening = datetime.combine(self.next_working_day(day), SENDING_HOUR, self.tz)
        return max(instant, opening)

    def after_a_full_day(self, instant: datetime) -> datetime:
        """When reminders may go out again once people had a whole working day, begun after the instant."""
        day = self.day_of(instant)
        if instant > datetime.combine(day, time(), self.tz):
            day += timedelta(days=1)
        following = self.next_working_day(day) + timedelta(days=1)
        return self.sendable_from(datetime.combine(following, time(), self.tz))


@cache
def _library_version() -> str:
    return version("holidays")


@cache
def _days_off(code: str, year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415 - knows every country, and takes long to load

    part = code.partition("-")[2]
    subdivision = _SUBDIVISIONS.get(part, part) or None
    return frozenset(holidays.country_holidays("FR", subdivision, years=year, language="fr"))


@dataclass(frozen=True, slots=True)
class Due:
    """Something is due by the end of a day (``exact`` False), or at an instant.

    ``clipped`` is the day of the month that was counted from where its month is too short to have it: 31, when 31
    January plus a month gave 28 February.
    """

    at: datetime
    exact: bool
    clipped: int | None = None

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


def day_after(day: date, duration: str) -> date:
    """The day so much later, in calendar units; hours count for nothing."""
    return _move(day, duration)[0]


def plus(start: datetime, duration: str, *, exact: bool) -> Due:
    """``start`` moved by an ISO duration in calendar units, then in exact time."""
    times = _parts(duration)[1]
    day, clipped = _move(start.date(), duration)
    moved = datetime.combine(day, start.timetz())
    if times:  # exact time: through UTC, so that an hour stays an hour when the clocks change
        moved = (moved.astimezone(UTC) + times.to_stdlib()).astimezone(start.tzinfo)
    return Due(moved, exact, clipped)


def before(instant: datetime, duration: str) -> datetime:
    """The instant so long before, whatever the sign of the duration."""
    return plus(instant, f"-{duration.lstrip('+-')}", exact=False).at


@lru_cache(maxsize=4096)
def _move(start: date, duration: str) -> tuple[date, int | None]:
    """The day so much later, and the day of the month that its month was too short for; asked again and again."""
    by = _parts(duration)[0]
    if by is None:
        return start, None
    day = Date(start)
    months = by.get("years", 0) * 12 + by.get("months", 0)
    short = start.day > _EVERY_MONTH_HAS and day.add(months=months).day < start.day
    return day.add(by).to_stdlib(), start.day if short else None


@lru_cache(maxsize=256)
def _parts(duration: str) -> tuple[ItemizedDateDelta | None, TimeDelta | None]:
    """Rulebooks name few durations, and each is read again and again."""
    return ItemizedDelta.parse_iso(duration).date_and_time_parts()


def _at_hour(day: date, like: datetime) -> datetime:
    return datetime.combine(day, SENDING_HOUR, like.tzinfo)
