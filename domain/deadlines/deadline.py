"""Deadlines follow from the state: what is open, when it is due, what moved it.

An *occurrence* names one deadline to be met once. Only an extension, a new pass or a recurrence makes a new
one; a date that moves keeps its occurrence, and so is never reminded of twice.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import wraps
from zoneinfo import ZoneInfo

from domain.deadlines.ladders import CHAIR, OWING, RungTime, in_turn, rung_times
from domain.deadlines.moves import Move, Moved, moved
from domain.deadlines.rules import Owing, OwnRule, SilenceRule, TimeRule
from domain.deadlines.terms import Term, silenced, told_of
from domain.files.file import AFile, KeptFile
from domain.kernel.calendar import Due, WorkingDays, due_on
from domain.rulebook import Names, Rulebook


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


def remembered(
    asked: Callable[[AFile, Rulebook], tuple[Deadline, ...]],
) -> Callable[[AFile, Rulebook], tuple[Deadline, ...]]:
    """The same, found once for a file as it stands: files are never changed."""

    @wraps(asked)
    def found(file: AFile, rulebook: Rulebook) -> tuple[Deadline, ...]:
        known = file.memo.get("deadlines")
        if known is None or known[0] is not rulebook:
            known = file.memo["deadlines"] = rulebook, asked(file, rulebook)
        answer: tuple[Deadline, ...] = known[1]
        return answer

    return found


Terms = Callable[[AFile, Rulebook, ZoneInfo], Iterable[Term]]
"""The clocks of a file of some kind."""


def still_open(
    file: AFile, rulebook: Rulebook, terms: Terms[AFile], *, ladders: bool = True
) -> tuple[Deadline, ...]:
    """The open deadlines of a file whose clocks run by ``terms``, soonest first; none once it is closed.

    During a pause, or while something is to be completed, they show the dates that held when it began: they move once
    it is over. Where silence was counted, nothing is open any more. Without ``ladders`` they have no rungs, which take
    most of the time.
    """
    if file.ended:
        return ()
    calendar = rulebook.calendar_of(file.region)
    return soonest_first(
        _deadline(file, rulebook, term, calendar, ladders=ladders)
        for term in terms(file, rulebook, calendar.tz)
        if silenced(file, term.base) is None
    )


def soonest_first(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """In the order in which they are due; of those due at once, by their occurrence."""
    return tuple(sorted(found, key=lambda one: (one.due.at, one.occurrence)))


def _deadline(
    file: KeptFile, rulebook: Rulebook, term: Term, calendar: WorkingDays, *, ladders: bool
) -> Deadline:
    rule, count, base = term.rule, term.count, term.base
    now = moved(file, rule, base, Moved(count.anchor, count.due), calendar.tz)
    extensions = len(file.extensions.get(base, ()))
    found = Deadline(
        rule,
        f"{base}/x{extensions}" if extensions else base,
        base,
        count.subject,
        _on_a_working_day(now.due, rule, calendar),
        now.moves,
        (),
        frozenset(),
        count.ends,
        term.addressed.owing,
        term.until,
    )
    return _laddered(found, file, rulebook, term, now.anchor, calendar) if ladders else found


def _laddered(
    found: Deadline,
    file: KeptFile,
    rulebook: Rulebook,
    term: Term,
    anchor: datetime,
    calendar: WorkingDays,
) -> Deadline:
    """The same with the rungs of its ladder."""
    rule, occurrence = term.rule, found.occurrence
    own = rule if isinstance(rule, OwnRule) and occurrence == found.base else None
    opening = (own.opening, own.opening_to) if own else ()
    ladder = rulebook.ladders[rule.ladder] if rule.ladder else ()
    rungs = rung_times(ladder, anchor, found.due, calendar, file.imported_at, *opening)
    if term.addressed.roles:
        answering, meant = {*term.addressed.roles, OWING}, CHAIR if term.addressed.chair else OWING
        told = (meant if rung.to in answering else rung.to for rung in rungs)
        rungs = tuple(replace(rung, to=to) for rung, to in zip(rungs, told, strict=True))
    done = file.rungs_done.get(occurrence, frozenset())
    rungs = in_turn(rungs, told_of(file, occurrence, calendar.tz), done, calendar)
    return replace(found, rungs=rungs, done=done)


def _on_a_working_day(due: Due, rule: TimeRule, calendar: WorkingDays) -> Due:
    """What is owed by people on a day on which they do not work may be given until the end of the next one they do."""
    if due.exact or not (isinstance(rule, OwnRule) and rule.on_working_days):
        return due
    return replace(due, at=due_on(calendar.next_working_day(due.day), calendar.tz).at)
