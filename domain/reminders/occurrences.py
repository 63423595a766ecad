"""Every deadline that a file ever had, told event by event: for who keeps them somewhere else, as calendars do.

What is open follows from the state alone (``any_file``); what was open before does not, nor how often it changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal, Self

from domain.deadlines.deadline import Deadline
from domain.deadlines.terms import silenced
from domain.files.file import KeptFile
from domain.reminders.any_file import dates
from domain.rulebook import Names, Rulebook

Became = Literal["open", "met", "gone", "closed"]
"""What became of it: met; gone with its phase, with its rulebook or in silence; or its file was closed."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A deadline by its occurrence before any extension, on the day on which it is, or was last, due.

    ``sequence`` counts its changes from 0; the last one was recorded at ``changed_at``. ``people`` owe an answer.
    """

    base: str
    deadline: str
    name: Names
    day: date
    people: tuple[str, ...]
    became: Became
    sequence: int
    changed_at: datetime

    def changed(self, at: datetime, **changes: Any) -> Self:
        """The same if nothing of it changes, else one step further."""
        if all(getattr(self, name) == value for name, value in changes.items()):
            return self
        return replace(self, sequence=self.sequence + 1, changed_at=at, **changes)


@dataclass(frozen=True, slots=True)
class Occurrences:
    """All that a file had up to an event."""

    by_base: Mapping[str, Occurrence] = field(default_factory=dict)
    _pass_number: int = 0
    _rulebook: str = ""

    def after(self, file: KeptFile, rulebook: Rulebook, at: datetime) -> "Occurrences":
        """The same after one more event, recorded at an instant, of which ``file`` is the state."""
        there = {one.base: one for one in dates(file, rulebook)}
        known = dict(self.by_base)
        for base, one in known.items():
            if base not in there and one.became == "open":
                known[base] = one.changed(at, became=self._left(file, base))
        for base, found in there.items():
            known[base] = _seen(known.get(base), found, at)
        return Occurrences(known, file.pass_number, file.rulebook)

    def _left(self, file: KeptFile, base: str) -> Became:
        """Why it is open no more."""
        if file.ended:
            return "closed"
        same = file.pass_number == self._pass_number and file.rulebook == self._rulebook
        return "met" if same and silenced(file, base) is None else "gone"


def _seen(known: Occurrence | None, found: Deadline, at: datetime) -> Occurrence:
    people = tuple(sorted({one.person for one in found.owing}))
    if known is None:
        return Occurrence(found.base, found.key, found.rule.name, found.due.day, people, "open", 0, at)
    return known.changed(at, name=found.rule.name, day=found.due.day, people=people, became="open")
