"""Deadlines as a calendar to subscribe to (RFC 5545): all-day entries that move, and say when they are over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vDuration

REFRESH = timedelta(hours=4)
"""How often whoever subscribes should ask again."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One day; ``sequence`` counts the changes of what has this ``uid``. ``note`` says what became of it."""

    uid: str
    title: str
    day: date
    sequence: int
    changed_at: datetime
    url: str
    cancelled: bool
    note: str | None = None


def calendar_ics(title: str, language: str, entries: Iterable[CalendarEntry]) -> bytes:
    """The calendar: the same bytes for the same entries, whenever it is written."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Escale//calendar//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for one in entries:
        calendar.add_component(_event(one, language))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry, language: str) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title, parameters={"LANGUAGE": language})
    if entry.note:
        event.add("description", entry.note, parameters={"LANGUAGE": language})
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("url", entry.url)
    return event
