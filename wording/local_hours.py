"""Days and hours as people are told them: by the clocks of where it happened, marked where those are not the reader's.

The hour that comes twice in autumn says which of the two it is.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of, earliest, latest
from language import say
from wording.days import recorded_day_words
from wording.hours import hour_figures, hour_words

_INSTANT = "T"
"""Tells an instant from a day, a month or a year."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where what is shown happened, and where the reader's organisation lives."""

    zone: ZoneInfo
    home: ZoneInfo


_PLACE: ContextVar[Place] = ContextVar("place")
"""Of what is being shown; whoever shows something sets it first."""


def shown_at(zone: ZoneInfo, home: ZoneInfo) -> None:
    """From now on, what is shown happened where the clocks are those of ``zone``."""
    _PLACE.set(Place(zone, home))


def when(moment: str) -> str:
    """A moment for the columns of a terminal, as precisely as it is known: *2025-11-14 08:05*, *2025-11*."""
    return _figures(earliest(moment, _PLACE.get().zone)) if _INSTANT in moment else moment


def moment_words(moment: str) -> str:
    """A moment in a sentence, as precisely as it is known: *14 novembre 2025 à 8 h 05*, *novembre 2025*."""
    if _INSTANT in moment:
        return hour(earliest(moment, _PLACE.get().zone))
    return say(recorded_day_words(moment))


def hour(instant: datetime) -> str:
    """An instant in a sentence, to the minute, by the clocks of where it happened."""
    place = _PLACE.get()
    return say(hour_words(instant, place.zone, place.home))


def learned(effective_at: str, recorded_at: datetime) -> str:
    """For the columns of a terminal, when it was recorded; nothing where it was told as it happened."""
    zone = _PLACE.get().zone
    if _INSTANT in effective_at:
        at_once = abs(recorded_at - earliest(effective_at, zone)) < timedelta(minutes=1)
    else:
        days = {day_of(one(effective_at, zone), zone) for one in (earliest, latest)}
        at_once = days == {day_of(recorded_at, zone)}
    return "" if at_once else _figures(recorded_at)


def _figures(instant: datetime) -> str:
    place = _PLACE.get()
    return say(hour_figures(instant, place.zone, place.home))


def first_day(moment: str) -> date:
    """The first day that a moment may mean, where it happened."""
    zone = _PLACE.get().zone
    return day_of(earliest(moment, zone), zone)
