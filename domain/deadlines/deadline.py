"""Deadlines follow from the state: what is open, when it is due, what moved it.

An *occurrence* names one deadline to be met once. Only an extension, a new pass or a recurrence makes a new
one; a date that moves keeps its occurrence, and so is never reminded of twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from domain.cooperations.clocks import _of_cooperation
from domain.cooperations.state import Cooperation
from domain.deadlines.ladders import CHAIR, OWING, RungTime, in_turn, rung_times
from domain.deadlines.moves import Move, Moved, moved
from domain.deadlines.rules import Owing, OwnRule, SilenceRule, TimeRule
from domain.deadlines.terms import Term, silenced, told_of
from domain.files.file import KeptFile
from domain.fundings.clocks import funding_terms
from domain.fundings.state import Funding
from domain.kernel.calendar import Due, WorkingDays, due_on
from domain.reviews.clocks import conclusion_terms, review_terms
from domain.reviews.state import Review
from domain.rulebook import Names, Rulebook

T = TypeVar("T")

RECENT = 256
"""Files whose deadlines are kept for whoever asks next: taking stock asks for them several times over."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """An open deadline: its occurrence, when it is due and what moved it, the rungs of its ladder and those done."""

    rule: TimeRule
    occurrence: str
    base: str
    """The occurrence before any extension."""
    subject: str | None
    """The stakeholder whose term it is, the experiment, report, condition or tranche that it is about."""
    due: Due
    moves: tuple[Move, ...]
    rungs: tuple[RungTime, ...]
    done: frozenset[str]
    ends: datetime | None
    """From when on the same deadline's next occurrence stands in its place; None if nothing takes it."""
    owing: tuple[Owing, ...] = ()
    """Who owes an answer, where people do."""
    until: str | None = None
    """The gate item that meets it."""

    @property
    def key(self) -> str:
        """The key of its rule."""
        return self.rule.deadline

    @property
    def name(self) -> Names:
        """What it is called."""
        return self.rule.name

    @property
    def after(self) -> str:
        """What it counts from."""
        return self.rule.after

    @property
    def silence(self) -> SilenceRule | None:
        """What silence counts as, if it counts."""
        return self.rule.silence

    def owing_on(self, day: date) -> tuple[Owing, ...]:
        """Who owes an answer on a day, where the file is."""
        return tuple(one for one in self.owing if one.owes_on(day))

    def over(self, now: datetime) -> bool:
        """Whether another occurrence has taken its place."""
        return self.ends is not None and now >= self.ends


class _Same(Generic[T]):
    """Something that is equal to itself alone: states are never changed, and too large to compare."""

    __slots__ = ("it",)

    def __init__(self, it: T) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it


def deadlines(file: KeptFile, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The open deadlines of a file, soonest first; none once it is closed.

    During a pause, or while something is to be completed, they show the dates that held when it began: they move once
    it is over.
    """
    return _deadlines(_Same(file), _Same(rulebook))


@lru_cache(maxsize=RECENT)
def _deadlines(file: _Same[KeptFile], rulebook: _Same[Rulebook]) -> tuple[Deadline, ...]:
    return tuple(sorted(_open(file.it, rulebook.it), key=lambda one: (one.due.at, one.occurrence)))


def _open(file: KeptFile, rulebook: Rulebook) -> Iterator[Deadline]:
    if file.ended:
        return
    calendar = rulebook.calendar_of(file.region)
    found = [
        _deadline(file, rulebook, term, calendar)
        for term in _terms(file, rulebook, calendar.tz)
        if silenced(file, term.base) is None
    ]
    yield from found
    if isinstance(file, Review):
        passed = max((one.due.passes_at for one in found), default=None)
        for term in conclusion_terms(file, rulebook, calendar.tz, passed):
            yield _deadline(file, rulebook, term, calendar)


def _terms(file: KeptFile, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    match file:
        case Cooperation():
            yield from _of_cooperation(file, rulebook, zone)
        case Review():
            yield from review_terms(file, rulebook, zone)
        case Funding():
            yield from funding_terms(file, rulebook, zone)


def _deadline(file: KeptFile, rulebook: Rulebook, term: Term, calendar: WorkingDays) -> Deadline:
    rule, count, base = term.rule, term.count, term.base
    now = moved(file, rule, base, Moved(count.anchor, count.due), calendar.tz)
    extensions = len(file.extensions.get(base, ()))
    occurrence = f"{base}/x{extensions}" if extensions else base
    opening = rule.opening if isinstance(rule, OwnRule) and not extensions else None
    ladder = rulebook.ladders[rule.ladder]
    due = _on_a_working_day(now.due, rule, calendar)
    rungs = rung_times(ladder, now.anchor, due, calendar, file.imported_at, opening)
    if term.addressed.roles:
        answering, meant = {*term.addressed.roles, OWING}, CHAIR if term.addressed.chair else OWING
        told = (meant if rung.to in answering else rung.to for rung in rungs)
        rungs = tuple(replace(rung, to=to) for rung, to in zip(rungs, told, strict=True))
    done = file.rungs_done.get(occurrence, frozenset())
    rungs = in_turn(rungs, told_of(file, occurrence, calendar.tz), done, calendar)
    return Deadline(
        rule,
        occurrence,
        base,
        count.subject,
        due,
        now.moves,
        rungs,
        done,
        count.ends,
        term.addressed.owing,
        term.until,
    )


def _on_a_working_day(due: Due, rule: TimeRule, calendar: WorkingDays) -> Due:
    """What is owed by people on a day on which they do not work may be given until the end of the next one they do."""
    if due.exact or not (isinstance(rule, OwnRule) and rule.on_working_days):
        return due
    return replace(due, at=due_on(calendar.next_working_day(due.day), calendar.tz).at)
