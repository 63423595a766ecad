"""Short questions to the deadlines of a file."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.cooperations.evolve.file import fold
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.files.events import ReminderOvertaken
from domain.kernel.event import Event
from domain.kernel.moments import write_instant
from domain.kernel.recorded import Recorded
from domain.reminders.any_file import deadlines
from domain.reminders.due import due_rungs
from domain.rulebook import Rulebook
from tests.domain.kit import history, on
from tests.domain.rules import RULES
from tests.domain.vocabulary import reminded


def paris(text: str) -> datetime:
    """An instant in Paris; a day alone means eight in the morning."""
    instant = datetime.fromisoformat(text if "T" in text else f"{text}T08:00:00")
    return instant.replace(tzinfo=ZoneInfo("Europe/Paris"))


def deadline(file: Cooperation, key: str, rules: Rulebook = RULES) -> Deadline | None:
    """The open deadline of that key."""
    return next((one for one in deadlines(file, rules) if one.key == key), None)


def due_day(file: Cooperation, key: str, rules: Rulebook = RULES) -> tuple[str, str] | None:
    """Its occurrence and the day it is due."""
    one = deadline(file, key, rules)
    return (one.occurrence, one.due.day.isoformat()) if one else None


def said(file: Cooperation, now: datetime, rules: Rulebook = RULES) -> list[tuple[str, str, bool]]:
    """What goes out now: occurrence, rung, whether late."""
    return [(one.deadline.occurrence, one.rung.name, one.late) for one in due_rungs(file, rules, now)]


def days_said(
    file: Cooperation, days: list[datetime], rules: Rulebook = RULES
) -> list[tuple[str, str, str, bool]]:
    """What goes out if somebody looks at each of these instants: the day, occurrence, rung, whether late."""
    out = []
    for now in days:
        for one in due_rungs(file, rules, now):
            occurrence, rung = one.deadline.occurrence, one.rung.name
            out.append((f"{now:%Y-%m-%d}", occurrence, rung, one.late))
            lower: tuple[Event, ...] = tuple(
                ReminderOvertaken(occurrence=occurrence, rung=name, by=rung) for name in one.overtakes
            )
            claims = (on(write_instant(now), event) for event in (*lower, reminded(occurrence, rung)))
            news: list[Recorded] = history(*claims, first=file.entry + 1)
            file = fold(file, news) or file
    return out
