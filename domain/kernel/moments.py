"""When something happened, as precisely as it is known: a year, a month, a day or an instant.

The memory of a cooperation often says "November 2021" and no more. A moment keeps that precision (ISO 8601
reduced precision) instead of inventing a day. Comparisons use its earliest and its latest instant.

A day begins and ends somewhere: nothing here tells a day, or the instants of one, without being told where. For a
file that is the zone of its region (``Rulebook.zone_of``); for people and their roles ``Organisation.zone_of`` tells.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

PARIS = ZoneInfo("Europe/Paris")
"""Where an organisation lives that says nothing else."""

_REDUCED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_FIRST_YEAR = 1900

_FIRST, _LAST = ZoneInfo("Etc/GMT-14"), ZoneInfo("Etc/GMT+12")
"""Where a day begins first, and last: UTC+14 and UTC−12, by the signs of POSIX."""


def _read(text: str) -> str:
    try:
        if _REDUCED.fullmatch(text):
            if earliest(text, PARIS).year >= _FIRST_YEAR:
                return text
        elif (instant := datetime.fromisoformat(text)).tzinfo is not None and instant.year >= _FIRST_YEAR:
            return write_instant(instant)
    except (ValueError, OverflowError):
        pass
    raise PydanticCustomError(
        "moment_expected", "a date that exists: 2026, 2026-11, 2026-11-22, or 2026-11-22T09:30:00+01:00"
    )


Moment = Annotated[str, Field(max_length=40), AfterValidator(_read)]
"""ISO 8601: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` (days of wherever it happened) or an instant with its offset."""


def write_instant(instant: datetime) -> str:
    """The one way an instant is written: UTC, whole seconds rounded down, ``2026-11-22T08:30:00Z``."""
    return instant.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a day."""
    return datetime.combine(day, time(), zone)


def day_of(instant: datetime, zone: ZoneInfo) -> date:
    """The day on which an instant falls."""
    return instant.astimezone(zone).date()


def earliest(moment: str, zone: ZoneInfo) -> datetime:
    """The first instant that the moment may mean, where its days are those of a zone."""
    return _earliest(moment, zone)


def latest(moment: str, zone: ZoneInfo) -> datetime:
    """The last instant that the moment may mean, where its days are those of a zone."""
    return _latest(moment, zone)


@lru_cache(maxsize=4096)
def _earliest(moment: str, zone: ZoneInfo) -> datetime:
    if not (parts := _REDUCED.fullmatch(moment)):
        return datetime.fromisoformat(moment)
    year, month, day = (int(part or 1) for part in parts.groups())
    return start_of(date(year, month, day), zone)


@lru_cache(maxsize=4096)
def _latest(moment: str, zone: ZoneInfo) -> datetime:
    if not (parts := _REDUCED.fullmatch(moment)):
        return datetime.fromisoformat(moment)
    year, month, day = parts.groups()
    if day:
        following = date(int(year), int(month), int(day)) + timedelta(days=1)
    elif month:
        following = date(int(year) + int(month) // 12, int(month) % 12 + 1, 1)
    else:
        following = date(int(year) + 1, 1, 1)
    return start_of(following, zone) - timedelta(microseconds=1)


def may_lie_within(moment: str, since: date | None, until: date | None, zone: ZoneInfo) -> bool:
    """Whether the moment may fall within days, both inclusive; a missing one bounds nothing."""
    begun = since is None or day_of(latest(moment, zone), zone) >= since
    return begun and (until is None or day_of(earliest(moment, zone), zone) <= until)


def surely_before(moment: str, other: str) -> bool:
    """Whether one moment began before another wherever on Earth their days are those of."""
    return earliest(moment, _LAST) < earliest(other, _FIRST)
