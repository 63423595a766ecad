"""Deadlines in words: what moved a date and by which rule, what comes next, what silence will count as."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of
from language import Text, say, t
from wording.days import day_words
from wording.moves import MovedDate, clipped, moved
from wording.punctuation import joined
from wording.silence import silence_said
from wording.values import word

_OF_ACTS: Mapping[str, Text] = {
    "coming": Text("le service, de lui-même : {}", "the service, by itself: {}"),
    "held": Text("retenu jusque-là : {}", "held back until then: {}"),
    "announced": Text("à retenir d’ici là, ou se fera : {}", "to be held back by then, or done: {}"),
    "asked": Text("demandé par le service : {}", "asked for by the service: {}"),
    "refused": Text("à faire à la main : {}", "to be done by hand: {}"),
}
"""By how an act stands; with its name."""
_SILENT = Text("silencieux", "silent")


class Reminder(Protocol):
    """A reminder to come: when, and to whom by role."""

    @property
    def at(self) -> datetime:
        """When it goes out."""

    @property
    def to(self) -> str:
        """To whom, a code of *recipient*."""


class Silence(Protocol):
    """What silence will count as: when, from when on that is announced, what holds it back."""

    @property
    def bites_at(self) -> datetime:
        """When it counts."""

    @property
    def forecast_from(self) -> datetime:
        """From when on it is announced."""

    @property
    def counts_as(self) -> str:
        """A code of *silence*."""

    @property
    def held_back(self) -> str | None:
        """Why it does not count."""


class SheetDeadline(Protocol):
    """A deadline as a sheet has it."""

    @property
    def due_on(self) -> date:
        """The day it is due."""

    @property
    def moves(self) -> Iterable[MovedDate]:
        """What moved that day."""

    @property
    def clipped(self) -> int | None:
        """The day of the month that was counted to, where the month is too short for it."""

    @property
    def silent(self) -> bool:
        """Whether nobody is reminded now."""

    @property
    def next_reminder(self) -> Reminder | None:
        """The next one, if there is any."""

    @property
    def silence(self) -> Silence | None:
        """What silence will count as, if it counts."""


class AgendaLine(Protocol):
    """A deadline as the agenda has it."""

    @property
    def due_on(self) -> date:
        """The day it is due."""

    @property
    def moves(self) -> Iterable[MovedDate]:
        """What moved that day."""

    @property
    def clipped(self) -> int | None:
        """The day of the month that was counted to, where the month is too short for it."""

    @property
    def name(self) -> tuple[str, str]:
        """What it is called."""

    @property
    def act(self) -> str | None:
        """How an act of the service stands; None for what people owe."""

    @property
    def zone(self) -> str:
        """Where the file lives."""

    @property
    def silent(self) -> bool:
        """Whether nobody is reminded now."""

    @property
    def next_rung_at(self) -> datetime | None:
        """When the next reminder goes out."""

    @property
    def silence_on(self) -> date | None:
        """The day silence counts."""

    @property
    def silence_from(self) -> datetime | None:
        """From when on that is announced."""

    @property
    def silence_counts_as(self) -> str | None:
        """A code of *silence*."""

    @property
    def silence_held_back(self) -> str | None:
        """Why it does not count."""


def notes(deadline: SheetDeadline, now: datetime) -> str:
    """What there is to know of a date besides: why it is not the first one, and what silence will do."""
    said = _why(deadline.moves, deadline.clipped, deadline.due_on)
    if (silence := deadline.silence) and silence.forecast_from <= now:
        said.append(silence_said(silence.bites_at.date(), silence.counts_as, silence.held_back))
    return joined(said)


def line_notes(line: AgendaLine, now: datetime) -> str:
    """The same of a line of the agenda."""
    said = _why(line.moves, line.clipped, line.due_on)
    if line.silence_on and line.silence_counts_as and line.silence_from and line.silence_from <= now:
        said.append(silence_said(line.silence_on, line.silence_counts_as, line.silence_held_back))
    return joined(said)


def coming(deadline: SheetDeadline) -> str:
    """The next reminder of a deadline, and to whom; that it is silent, where nobody is reminded now."""
    if deadline.silent:
        return say(_SILENT)
    if (rung := deadline.next_reminder) is None:
        return t("plus de rappel", "no more reminders")
    return (
        t("rappel le ", "reminder on ") + f"{say(day_words(rung.at.date()))} → {word(rung.to, 'recipient')}"
    )


def line_name(line: AgendaLine) -> str:
    """What a line of the agenda is about; what the service does by itself is named as its doing."""
    name = say(line.name)
    return say(_OF_ACTS[line.act]).format(name) if line.act else name


def line_coming(line: AgendaLine) -> str:
    """The day of the next reminder, as a line of the agenda has it."""
    if line.silent:
        return say(_SILENT)
    return str(day_of(line.next_rung_at, ZoneInfo(line.zone))) if line.next_rung_at else "–"


def _why(moves: Iterable[MovedDate], counted: int | None, due_on: date) -> list[str]:
    said = [say(moved(one)) for one in moves]
    return [say(clipped(counted, due_on))] if counted and not said else said
