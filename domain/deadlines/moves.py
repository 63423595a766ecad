"""What moves a due date: pauses, pending completions, extensions; each move names its cause and its rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from heapq import merge
from typing import Literal
from zoneinfo import ZoneInfo

from domain.deadlines.rules import TimeRule
from domain.files.file import Completion, KeptFile, Pause
from domain.kernel.calendar import Due, due_after, due_on
from domain.kernel.moments import earliest
from domain.rulebook import Moved as Rule

Cause = Literal["pause", "completion", "extension"]


@dataclass(frozen=True, slots=True)
class Move:
    """A due date moved: why, by which rule (None for an extension, which says its day), from when to when.

    ``since`` and ``until`` are the part of the interruption that counted; of an extension, when it was granted and
    the end of the day that it grants.
    """

    cause: Cause
    rule: Literal["continue", "restart"] | None
    since: datetime
    until: datetime
    from_day: date
    to_day: date


@dataclass(frozen=True, slots=True)
class _Interruption:
    cause: Cause
    rule: Literal["continue", "restart"]
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a due date has got to: from when its last clock ran, and what moved it."""

    anchor: datetime
    due: Due
    moves: tuple[Move, ...] = ()


def moved(file: KeptFile, rule: TimeRule, base: str, begun: Moved, zone: ZoneInfo) -> Moved:
    """The due date after all that moved it. A date that moves is never earlier than it was.

    An extension sets another day and another clock: only what comes after it moves that day.
    """
    breaks = tuple(_interruptions(file, rule, zone))
    now = begun
    for extension in file.extensions.get(base, ()):
        granted = earliest(extension.granted_at, zone)
        now = _interrupted(now, (one for one in breaks if one.until <= granted), rule, zone)
        due = due_on(extension.until, zone)
        move = Move("extension", None, granted, due.passes_at, now.due.day, due.day)
        now = Moved(granted, due, (*now.moves, move))
    return _interrupted(now, breaks, rule, zone)


def _interruptions(file: KeptFile, rule: TimeRule, zone: ZoneInfo) -> Iterator[_Interruption]:
    """Those that have ended, in order; what still lasts moves dates once it is over."""
    pauses = _ended("pause", rule.pause_rule, file.pauses, zone)
    asked = _ended("completion", rule.completion, file.completions, zone)
    return merge(pauses, asked, key=lambda one: one.since)


def _ended(
    cause: Cause, rule: Rule, breaks: Iterable[Pause | Completion], zone: ZoneInfo
) -> Iterator[_Interruption]:
    if rule != "ignore":
        for one in breaks:
            if one.until is not None:
                yield _Interruption(cause, rule, earliest(one.since, zone), earliest(one.until, zone))


def _interrupted(begun: Moved, breaks: Iterable[_Interruption], rule: TimeRule, zone: ZoneInfo) -> Moved:
    """The due date after interruptions that came while it ran, before it had passed; no day counts twice."""
    awake, due, moves = begun.anchor, begun.due, begun.moves
    for one in breaks:
        since = max(one.since, awake)
        if since >= due.passes_at or one.until <= begun.anchor:
            continue
        if one.rule == "restart":
            later = due_after(max(one.until, awake), rule.within, zone)
        else:
            later = _continued(due, since, one.until, zone)
        awake = max(awake, one.until)
        if later.at > due.at:
            moves = (*moves, Move(one.cause, one.rule, since, one.until, due.day, later.day))
            due = later
    return Moved(begun.anchor, due, moves)


def _continued(due: Due, since: datetime, until: datetime, zone: ZoneInfo) -> Due:
    """Later by the length of the interruption: whole days for what is due on a day."""
    if until <= since:
        return due
    if due.exact:
        return due.moved(until - since)
    return due.moved(until.astimezone(zone).date() - since.astimezone(zone).date())
