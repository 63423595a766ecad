"""The clocks that acts start: until an announced one is done, for what one asks for, for what people do by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from domain.deadlines.rules import OwnRule
from domain.deadlines.terms import Count, Term
from domain.files.file import KeptFile
from domain.files.planned_act import PlannedAct
from domain.kernel.calendar import due_after, due_on
from domain.kernel.moments import latest
from domain.rulebook.course import AnyAct, AskFor

ANNOUNCED, ASKED, REFUSED = "act-announced", "act-asked", "act-refused"
"""What these deadlines count from."""
OF_ACTS = frozenset({ANNOUNCED, ASKED, REFUSED})


def act_terms(file: KeptFile, planned: Iterable[PlannedAct], zone: ZoneInfo) -> Iterator[Term]:
    """Of acts that are not done: the time in which to hold back what was announced, what is to be done by hand."""
    for one in planned:
        act, occurrence = one.act, one.occurrence
        if refused := file.acts.refused.get(occurrence):
            yield _term(file, act, occurrence, REFUSED, refused.since, "P0D", zone)
        elif entry := _announced(file, one):
            yield _after_being_held(
                _term(file, act, occurrence, ANNOUNCED, entry, act.delay, zone), file, zone
            )


def _announced(file: KeptFile, planned: PlannedAct) -> int | None:
    """The entry that announced it, unless people hold it back for good, or it came about anew since then."""
    held, entry = file.acts.held.get(planned.act.act), file.acts.announced.get(planned.occurrence)
    anew = entry is not None and entry < max(planned.because, default=0)
    return None if anew or (held and held.until is None) else entry


def _after_being_held(term: Term, file: KeptFile, zone: ZoneInfo) -> Term:
    """Not before the day has passed until which people hold it back."""
    held = file.acts.held.get(term.rule.deadline)
    if held is None or held.until is None or held.until <= term.count.due.day:
        return term
    return replace(term, count=replace(term.count, due=due_on(held.until, zone)))


def asked_term(file: KeptFile, act: AskFor, occurrence: str, zone: ZoneInfo) -> Term:
    """The time in which to bring what an act has asked for."""
    return _term(file, act, occurrence, ASKED, file.acts.performed[occurrence], act.within, zone)


def announcement(planned: PlannedAct) -> str:
    """The occurrence of the deadline until which an announced act may be held back, before any extension."""
    return f"{planned.act.act}/{_mark(planned.occurrence, ANNOUNCED)}"


def occurrence_of(base: str) -> str:
    """The occurrence of the act of which a deadline tells: ``base`` is its own, before any extension."""
    act, _, mark = base.partition("/")
    return f"{act}/{mark.partition('/')[2]}"


def _term(
    file: KeptFile, act: AnyAct, occurrence: str, after: str, entry: int, within: str, zone: ZoneInfo
) -> Term:
    anchor = latest(file.entries[entry].at, zone)
    rule = OwnRule(
        deadline=act.act,
        name=act.name,
        after=after,
        within=within,
        ladder="" if after == ANNOUNCED else act.ladder or "",
        opening=after.removeprefix("act-"),
        opening_to="managers",
    )
    return Term(rule, Count(_mark(occurrence, after), anchor, due_after(anchor, within, zone)))


def _mark(occurrence: str, after: str) -> str:
    return f"{after.removeprefix('act-')}/{occurrence.partition('/')[2]}"
