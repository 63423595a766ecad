"""Deadlines follow from the state: what is open, when it is due, which pauses moved it.

An *occurrence* names one deadline to be met once. Only an extension, a new pass or a recurrence makes a new
one; a date that moves keeps its occurrence, and so is never reminded of twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.calendar import Due, due_after, due_on, plus
from domain.evidence import last_of
from domain.gate import is_held
from domain.ladders import RungTime, rung_times
from domain.moments import day_of, earliest, latest
from domain.rulebook import DeadlineRule, Names, Rulebook
from domain.state import Cooperation

FIXED_TERMS = frozenset({"stakeholder-term", "charter-term"})
"""What was agreed for a date of the calendar: no pause moves it, and another term replaces an extension."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """An open deadline: its occurrence, when it is due, the rungs of its ladder and those done."""

    key: str
    occurrence: str
    base: str
    """The occurrence before any extension."""
    name: Names
    after: str
    subject: str | None
    """The stakeholder whose term it is, if it is one."""
    due: Due
    rungs: tuple[RungTime, ...]
    done: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Count:
    """From when a deadline counts, and what makes this occurrence unique."""

    mark: str
    anchor: datetime
    due: Due
    subject: str | None = None


def deadlines(file: Cooperation, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The open deadlines of a file, soonest first; none once it is closed.

    During a pause they show the dates that held when it began: they move once the file is resumed.
    """
    if file.closed:
        return ()
    found = (
        _deadline(file, rulebook, rule, count)
        for rule in rulebook.deadlines
        if file.current.phase in rule.phases
        for count in _counts(file, rulebook, rule)
        if not _met(file, rulebook, rule, count)
    )
    return tuple(sorted(found, key=lambda one: (one.due.at, one.occurrence)))


def _met(file: Cooperation, rulebook: Rulebook, rule: DeadlineRule, count: _Count) -> bool:
    """Judged at the anchor, so that a gate item that only ages later does not open a deadline again."""
    return rule.until is not None and is_held(file, rulebook, rule.until, count.anchor)


def _deadline(file: Cooperation, rulebook: Rulebook, rule: DeadlineRule, count: _Count) -> Deadline:
    base = f"{rule.deadline}/{count.mark}"
    extensions = file.extensions.get(base, ())
    if extensions:
        occurrence = f"{base}/x{len(extensions)}"
        anchor = earliest(extensions[-1].granted_at)
        due = due_on(extensions[-1].until, rulebook.calendar.tz)
    else:
        occurrence, anchor, due = base, count.anchor, count.due
    if rule.after not in FIXED_TERMS:
        due = _moved_by_pauses(file, anchor, due)
    rungs = rung_times(rulebook.ladders[rule.ladder], anchor, due, rulebook.calendar, file.imported_at)
    done = file.rungs_done.get(occurrence, frozenset())
    return Deadline(rule.deadline, occurrence, base, rule.name, rule.after, count.subject, due, rungs, done)


def _moved_by_pauses(file: Cooperation, anchor: datetime, due: Due) -> Due:
    """Each pause that began while the deadline ran, before it had passed, moves it by its length, once.

    Pauses that are only known to the month or year may seem to overlap: no day counts twice.
    """
    awake = anchor
    for pause in file.pauses:
        since = max(earliest(pause.since), awake)
        if pause.until is None or earliest(pause.until) <= since or since >= due.passes_at:
            continue
        awake = earliest(pause.until)
        length = earliest(pause.until) - since
        if not due.exact:
            length = day_of(earliest(pause.until)) - day_of(since)
        due = due.moved(length)
    return due


def _counts(file: Cooperation, rulebook: Rulebook, rule: DeadlineRule) -> Iterator[_Count]:
    zone, within = rulebook.calendar.tz, rule.within
    entered = latest(file.current.entered_at)
    match rule.after:
        case "phase-entry":
            mark = f"p{file.current.number}"
            yield _Count(mark, entered, due_after(entered, within, zone))
        case "last-contact" | "last-evaluation":
            kind = "ContactRecorded" if rule.after == "last-contact" else "EvaluationRecorded"
            last = last_of(file, kind)
            if last and latest(last.at) >= entered:
                yield _Count(f"e{last.number}", latest(last.at), due_after(latest(last.at), within, zone))
            else:
                yield _Count(f"e{file.current.entry}", entered, due_after(entered, within, zone))
        case "stakeholder-term":
            for one in file.stakeholders.values():
                if one.term.until and not one.retired:
                    due = plus(due_on(one.term.until, zone).at, within, exact=False)
                    agreed = latest(file.entries[one.term_entry].at)
                    yield _Count(f"{one.id}/{one.term.until}", agreed, due, one.id)
        case "charter-term":
            if file.charter and file.charter.signed and file.charter.until:
                due = plus(due_on(file.charter.until, zone).at, within, exact=False)
                agreed = latest(file.entries[file.charter.signed].at)
                yield _Count(f"{file.charter.until}", agreed, due)
        case "abandonment-request":
            if file.abandonment:
                since = latest(file.abandonment.since)
                yield _Count(f"e{file.abandonment.entry}", since, due_after(since, within, zone))
