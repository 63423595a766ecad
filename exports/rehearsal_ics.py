"""A rehearsal as a calendar (RFC 5545): an event for each date, and of a reminder for each recipient."""

from collections.abc import Iterator
from datetime import UTC, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from application.rehearsal.rehearsing import Rehearsal
from application.rehearsal.row import Recipient, Row
from application.rehearsal.scenario import FILE
from exports.rehearsal_words import because, in_words, kind_of, what
from language import locale
from wording.punctuation import labelled
from wording.values import word

_LASTS = timedelta(minutes=15)
"""How long a message takes of a day, so that calendars show it."""


def calendar_of(shown: Rehearsal) -> bytes:
    """The calendar; written again it has the same events, by their UIDs."""
    calendar = Calendar()
    calendar.add("prodid", "-//Escale//rehearsal//FR")
    calendar.add("version", "2.0")
    calendar.add(
        "x-wr-calname", f"{in_words(shown.stage.rulebook.name)} ({shown.stage.script.scenario.scenario})"
    )
    for row in shown.rows:
        for event in _events(row, shown):
            calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _events(row: Row, shown: Rehearsal) -> Iterator[Event]:
    if row.name is None:  # what somebody did, not what is to come
        return
    if row.kind in ("reminder", "escalation", "told"):
        for one in row.to:
            yield _event(row, shown, one)
    else:
        yield _event(row, shown, None)


def _event(row: Row, shown: Rehearsal, recipient: Recipient | None) -> Event:
    event = Event()
    event.add("uid", _uid(row, shown, recipient))
    event.add("dtstamp", shown.stage.beginning.astimezone(UTC))
    if recipient or row.kind == "silence":
        event.add("dtstart", row.at.astimezone(UTC))
        event.add("dtend", row.at.astimezone(UTC) + _LASTS)
    else:
        event.add("dtstart", row.at.date())
        event.add("dtend", row.at.date() + timedelta(days=1))
    summary = labelled(kind_of(row), what(row, shown))
    if recipient:
        summary += f" → {word(recipient.role, 'recipient')}"
    event.add("summary", summary, parameters={"LANGUAGE": locale()})
    if why := because(row, shown.stage.rulebook):
        event.add("description", why, parameters={"LANGUAGE": locale()})
    event.add("categories", [kind_of(row)])
    event.add("transp", "TRANSPARENT")
    return event


def _uid(row: Row, shown: Rehearsal, recipient: Recipient | None) -> str:
    """Derived from what it is about, so that it stays when its date moves."""
    person = recipient.person if recipient else ""
    beside = () if row.file == FILE else (row.file,)
    became = (row.event.type,) if row.kind == "act" and row.event else ()
    named = (shown.stage.rulebook.id, row.kind, row.occurrence, row.rung, person, *beside, *became)
    return sha256("\x1f".join(str(part) for part in named).encode()).hexdigest()[:32] + "@rehearsal.escale"
