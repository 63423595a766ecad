"""The open deadlines of a cooperation, and which of them may remind."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from domain.cooperations.acts import planned_acts, unanswered
from domain.cooperations.clocks import Reading, counts
from domain.cooperations.gate import is_held
from domain.cooperations.gate_clocks import gate_terms
from domain.cooperations.pause_clocks import pause_terms
from domain.cooperations.state import Cooperation
from domain.deadlines.act_clocks import act_terms, asked_term
from domain.deadlines.deadline import Deadline, remembered, still_open
from domain.deadlines.terms import Count, Term
from domain.kernel.moments import earliest, latest
from domain.rulebook import DeadlineRule, OccasionsRule, Rulebook
from domain.rulebook.course import AskFor
from domain.rulebook.expected_end import expected_end
from domain.rulebook.pauses import PAUSE_END


@remembered
def deadlines(file: Cooperation, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The open deadlines, soonest first; none once it is closed."""
    return still_open(file, rulebook, _terms)


def dates(file: Cooperation, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The same without the rungs of their ladders."""
    return still_open(file, rulebook, _terms, ladders=False)


def speaking(file: Cooperation, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The deadlines that may remind.

    A pause silences all but its own, an application refused all, a pending abandonment all but its own; a pending
    completion those whose clocks it touches.
    """
    found = deadlines(file, rulebook)
    if file.paused:
        return tuple(one for one in found if one.after == PAUSE_END)
    if file.declined:
        return ()
    if file.abandonment is not None:
        found = tuple(one for one in found if one.after == "abandonment-request")
    if file.completion_pending:
        found = tuple(
            one for one in found if one.rule.completion == "ignore" or one.after == "completion-request"
        )
    return found


def _terms(file: Cooperation, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    yield from _terms_of_acts(file, rulebook, zone)
    yield from pause_terms(file, rulebook, zone)
    yield from gate_terms(file, rulebook, zone)
    reading = Reading(file, rulebook, zone)
    for rule in (*rulebook.deadlines, *expected_end(rulebook, file.current.phase)):
        if file.current.phase not in rule.phases:
            continue
        for count in counts(reading, rule):
            if not _met(file, rulebook, rule, count):
                yield Term(rule, count, until=rule.until)


def _terms_of_acts(file: Cooperation, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    """What acts of the present phase have announced, asked for, or left to be done by hand."""
    phase, last = rulebook.phases.get(file.current.phase), latest(file.entries[file.entry].at, zone)
    if phase is None or not phase.course:
        return
    yield from act_terms(file, planned_acts(file, rulebook, last), zone)
    for act in phase.course:
        if isinstance(act, AskFor) and (occurrence := unanswered(file, act, rulebook)):
            yield asked_term(file, act, occurrence, zone)


def _met(file: Cooperation, rulebook: Rulebook, rule: DeadlineRule, count: Count) -> bool:
    """Judged at the anchor, so that a gate item that only ages later does not open a deadline again.

    Where occasions must lie close together, they may do so at any later moment.
    """
    if rule.until is None:
        return False
    if is_held(file, rulebook, rule.until, count.anchor):
        return True
    gate = rulebook.phases[file.current.phase].gate
    if not any(isinstance(one.needs, OccasionsRule) and one.needs.within for one in gate):
        return False
    zone = rulebook.zone_of(file.region)
    later = {earliest(one.at, zone) for one in file.by_type.get("ContactRecorded", ())}
    return any(is_held(file, rulebook, rule.until, at) for at in later if at > count.anchor)
