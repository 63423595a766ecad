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


def act_terms(file: KeptFile, planned: Iterable[PlannedAct], zone: ZoneInfo) -> Iterator[Term]:
    """Of acts that are not done: the time in which to hold back what was announced, what is to be done by hand."""
    for one in planned:
        act, occurrence = one.act, one.occurrence
        if refused := file.acts.refused.get(occurrence):
            yield _term(file, act, occurrence, REFUSED, refused.since, "P0D", zone)
        elif entry := file.acts.announced.get(occurrence):
            yield from _announced(file, act, occurrence, entry, zone)


def _announced(file: KeptFile, act: AnyAct, occurrence: str, entry: int, zone: ZoneInfo) -> Iterator[Term]:
    """Until its delay has passed, and what holds it back; none while it is held back until further notice."""
    term, held = _term(file, act, occurrence, ANNOUNCED, entry, act.delay, zone), file.acts.held.get(act.act)
    if held is None:
        yield term
    elif held.until is not None:
        later = max(term.count.due, due_on(held.until, zone), key=lambda one: one.passes_at)
        yield replace(term, count=replace(term.count, due=later))


def asked_term(file: KeptFile, act: AskFor, occurrence: str, zone: ZoneInfo) -> Term:
    """The time in which to bring what an act has asked for."""
    return _term(file, act, occurrence, ASKED, file.acts.performed[occurrence], act.within, zone)


def announcement(planned: PlannedAct) -> str:
    """The occurrence of the deadline until which an announced act may be held back, before any extension."""
    return f"{planned.act.act}/{_mark(planned.occurrence, ANNOUNCED)}"


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
