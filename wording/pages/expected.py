"""What comes now in a file: what is expected of whom, by when, and what follows if nothing happens."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of
from domain.tasks.task import Task
from language import Text, locale, say, t
from wording.commands import COMMANDS
from wording.deadlines import Reminder, SheetDeadline, Silence
from wording.details import called
from wording.distances import distance, late_by
from wording.quantities import long_day, short_day
from wording.silence import HELD_BACK, WILL_COUNT_AS
from wording.tasks import task_said
from wording.values import word

TITLE = Text("Ce qui vient", "What comes now")
NOTHING = Text("Rien n’est attendu de personne en ce moment.", "Nothing is expected of anybody at present.")
LATE = Text("En retard", "Late")
TO_DO = Text("À faire", "To do")
AWAITED = Text("Attendu", "Awaited")
LATER = Text("Plus tard", "Later")
BY_ITSELF = Text("Le service", "The service")
YOU = Text("vous", "you")
NOBODY_YET = Text("personne n’est encore prévenu", "nobody has been told yet")
NOT_YOURS = Text("Ce n’est pas à vous", "Not yours to do")
_MOST_NAMES = 3


def what(task: Task, names: Mapping[str, str]) -> str:
    """What is to be done, with a capital."""
    said = task_said(task, names)
    return said[:1].upper() + said[1:]


def state(task: Task, yours: bool) -> str:  # noqa: FBT001 - asked in templates
    """Whether it is late, to be done by its reader, or awaited of others."""
    if task.overdue:
        return say(LATE)
    if not task.waits_for:
        return say(LATER)
    return say(TO_DO if yours else AWAITED)


def state_class(task: Task, yours: bool) -> str:  # noqa: FBT001 - asked in templates
    """How that is marked."""
    if task.overdue:
        return "late"
    return "warn" if yours and task.waits_for else "plain"


def whom(waits_for: Sequence[str], reader: str, names: Mapping[str, str]) -> str:
    """For whom it waits: *vous* first; of many the first few."""
    if not waits_for:
        return say(NOBODY_YET)
    others = [called(one, names) for one in waits_for if one != reader]
    said = [*((say(YOU),) if reader in waits_for else ()), *others[:_MOST_NAMES]]
    if more := len(others) - _MOST_NAMES:
        said += [t(f"{more} autres", f"{more} others")] if more > 1 else others[_MOST_NAMES:]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} {t('et', 'and')} {said[-1]}"


def by_when(task: Task, today: date) -> str:
    """The day in full, with how far it lies; since when, where it has none."""
    if task.due_on is None:
        since = long_day(day_of(task.since, ZoneInfo(task.zone)), locale())
        return t(f"depuis le {since}", f"since {since}")
    day = long_day(task.due_on, locale())
    if task.overdue:
        late = say(late_by(task.due_on, today))
        return t(f"attendu le {day}, en retard de {late}", f"due on {day}, {late} late")
    return t(f"pour le {day}", f"by {day}") + f" ({say(distance(task.due_on, today))})"


def day_with_distance(day: date, today: date) -> str:
    """A day in full, with how far it lies."""
    return f"{long_day(day, locale())} ({say(distance(day, today))})"


def what_follows(deadline: SheetDeadline | None, zone: ZoneInfo, today: date) -> Iterator[str]:
    """What follows if nothing happens: the next reminder and to whom; what silence will count as."""
    if deadline and (rung := deadline.next_reminder) and not deadline.silent:
        yield _reminder(rung, zone, today)
    if deadline and deadline.silence:
        yield _silence(deadline.silence, zone)


def _reminder(rung: Reminder, zone: ZoneInfo, today: date) -> str:
    day, to = day_of(rung.at, zone), word(rung.to, "recipient")
    if day < today:
        return t(f"rappel en cours d’envoi ({to})", f"reminder being sent ({to})")
    shown = short_day(day, locale())
    return t(f"rappel le {shown} ({to})", f"reminder on {shown} ({to})")


def _silence(one: Silence, zone: ZoneInfo) -> str:
    day = short_day(day_of(one.bites_at, zone), locale())
    said = t(f"sans réponse au {day}, ", f"without an answer by {day}, ") + say(WILL_COUNT_AS[one.counts_as])
    return f"{said} ({say(HELD_BACK[one.held_back])})" if one.held_back else said


def button(command: str) -> str:
    """What the act is called on its button."""
    return say(COMMANDS[command])
