"""What moving a file to another rulebook would change: its gate, its dates, its next reminders. Changes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from domain.cooperations.deadlines import deadlines, speaking
from domain.cooperations.gate import gate
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import RungTime
from domain.deadlines.prospects import waiting
from domain.rulebook import DeadlineRule, Names, Rulebook


@dataclass(frozen=True, slots=True)
class Ruled:
    """A file and the rulebook under which it runs, or would."""

    file: Cooperation
    rulebook: Rulebook


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A gate item that stands otherwise: *met*, *waived*, *missing*; None where the rules do not have it."""

    item: str
    name: Names
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class DateChange:
    """A deadline that is due on another day, or only under one of the rulebooks; ``rule`` is why, under ``rulebook``.

    That is the new one, or the old one for a deadline that is no more.
    ``subject`` is the stakeholder or the experiment that it is about.
    """

    deadline: str
    subject: str | None
    name: Names
    before: date | None
    after: date | None
    rule: DeadlineRule
    rulebook: Rulebook


@dataclass(frozen=True, slots=True)
class Coming:
    """The next reminder about a deadline: when it goes out, at once if its time has passed, and to whom."""

    at: datetime
    deadline: str
    name: Names
    rung: str
    to: str


@dataclass(frozen=True, slots=True)
class Migration:
    """What changes for a file. ``before`` and ``after`` are the file as it is and as it would be."""

    before: Ruled
    after: Ruled
    items: tuple[ItemChange, ...]
    dates: tuple[DateChange, ...]
    reminders_before: tuple[Coming, ...]
    reminders: tuple[Coming, ...]


def migration(before: Ruled, after: Ruled, now: datetime) -> Migration:
    """Compare a file with itself under other rules, as seen ``now``."""
    return Migration(
        before,
        after,
        tuple(_items(before, after, now)),
        tuple(_dates(before, after)),
        tuple(_coming(before, now)),
        tuple(_coming(after, now)),
    )


def _items(before: Ruled, after: Ruled, now: datetime) -> Iterator[ItemChange]:
    held, holds = ({one.item: one for one in gate(of.file, of.rulebook, now)} for of in (before, after))
    for key in dict.fromkeys((*holds, *held)):
        was, now_is = held.get(key), holds.get(key)
        named = now_is or was
        stood, stands = was.held if was else None, now_is.held if now_is else None
        if named and stood != stands:
            yield ItemChange(key, named.name, stood, stands)


def _dates(before: Ruled, after: Ruled) -> Iterator[DateChange]:
    """By deadline and what it is about: a new pass begins a new occurrence of the same deadline."""
    old, new = (
        _by_subject(deadlines(before.file, before.rulebook)),
        _by_subject(deadlines(after.file, after.rulebook)),
    )
    for which in dict.fromkeys((*new, *old)):
        was, becomes = old.get(which), new.get(which)
        one = becomes or was
        day, other = was.due.day if was else None, becomes.due.day if becomes else None
        if one and isinstance(one.rule, DeadlineRule) and day != other:
            rulebook = (after if becomes else before).rulebook
            yield DateChange(one.key, one.subject, one.name, day, other, one.rule, rulebook)


def _by_subject(found: Iterable[Deadline]) -> dict[tuple[str, str | None, str], Deadline]:
    """Recurrent deadlines are open several times over: told apart by their occurrence."""
    listed = list(found)
    times = [(one.key, one.subject) for one in listed]
    return {
        (one.key, one.subject, one.base if times.count((one.key, one.subject)) > 1 else ""): one
        for one in listed
    }


def _coming(of: Ruled, now: datetime) -> Iterator[Coming]:
    """The next rung of each deadline, soonest first; of those that have passed the highest goes out."""
    calendar = of.rulebook.calendar_of(of.file.region)
    found = [
        (calendar.sendable_from(max(rung.at, now)), deadline, rung)
        for deadline in speaking(of.file, of.rulebook)
        if not deadline.over(now) and (rung := _next(deadline, now))
    ]
    for at, deadline, rung in sorted(found, key=lambda one: (one[0], one[1].occurrence)):
        yield Coming(at, deadline.key, deadline.name, rung.name, str(rung.to))


def _next(deadline: Deadline, now: datetime) -> RungTime | None:
    ahead = list(waiting(deadline))
    come = [rung for rung in ahead if rung.at <= now]
    return come[-1] if come else next(iter(ahead), None)
