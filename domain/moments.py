"""When something happened, as precisely as it is known: a year, a month, a day or an instant.

The memory of a cooperation often says "November 2021" and no more. A moment keeps that precision (ISO 8601
reduced precision) instead of inventing a day. Comparisons use its earliest and its latest instant.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

PARIS = ZoneInfo("Europe/Paris")
"""The time zone in which days begin and end."""

_REDUCED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_FIRST_YEAR = 1900


def _read(text: str) -> str:
    try:
        if _REDUCED.fullmatch(text):
            if earliest(text).year >= _FIRST_YEAR:
                return text
        elif (instant := datetime.fromisoformat(text)).tzinfo is not None and instant.year >= _FIRST_YEAR:
            return write_instant(instant)
    except (ValueError, OverflowError):
        pass
    raise PydanticCustomError(
        "moment_expected", "a date that exists: 2026, 2026-11, 2026-11-22, or 2026-11-22T09:30:00+01:00"
    )


Moment = Annotated[str, Field(max_length=40), AfterValidator(_read)]
"""ISO 8601: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` (days of Paris) or an instant with its offset."""


def write_instant(instant: datetime) -> str:
    """The one way an instant is written: UTC, whole seconds rounded down, ``2026-11-22T08:30:00Z``."""
    return instant.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def start_of(day: date) -> datetime:
    """The first instant of a day in Paris."""
    return datetime.combine(day, time(), PARIS)


def day_of(instant: datetime) -> date:
    """The day in Paris on which an instant falls."""
    return instant.astimezone(PARIS).date()


@lru_cache(maxsize=4096)
def earliest(moment: str) -> datetime:
    """The first instant that the moment may mean."""
    if not (parts := _REDUCED.fullmatch(moment)):
        return datetime.fromisoformat(moment)
    year, month, day = (int(part or 1) for part in parts.groups())
    return start_of(date(year, month, day))


@lru_cache(maxsize=4096)
def latest(moment: str) -> datetime:
    """The last instant that the moment may mean."""
    if not (parts := _REDUCED.fullmatch(moment)):
        return datetime.fromisoformat(moment)
    year, month, day = parts.groups()
    if day:
        following = date(int(year), int(month), int(day)) + timedelta(days=1)
    elif month:
        following = date(int(year) + int(month) // 12, int(month) % 12 + 1, 1)
    else:
        following = date(int(year) + 1, 1, 1)
    return start_of(following) - timedelta(microseconds=1)


def end_of(moment: str, zone: ZoneInfo) -> datetime:
    """The last instant that the moment may mean where days are those of another zone."""
    instant = latest(moment)
    return instant if "T" in moment else instant.replace(tzinfo=zone)


def may_lie_within(moment: str, since: date | None, until: date | None) -> bool:
    """Whether the moment may fall within days of Paris, both inclusive; a missing one bounds nothing."""
    begun = since is None or day_of(latest(moment)) >= since
    return begun and (until is None or day_of(earliest(moment)) <= until)
