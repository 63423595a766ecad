"""What a rulebook calls the keys that it defines."""

from collections.abc import Callable, Iterator, Mapping

from domain.rulebook.base import Names
from domain.rulebook.complete_gate import GOING_ON, GOING_ON_NAME
from domain.rulebook.expected_end import EXPECTED_END, EXPECTED_END_NAME
from domain.rulebook.gates import CriteriaRule, DeliverableRule
from domain.rulebook.pauses import PAUSE_END, PAUSE_END_NAME
from domain.rulebook.whole import Rulebook

Named = Iterator[tuple[str, Names]]


def names_in(rulebook: Rulebook) -> Mapping[str, Names]:
    """The names of everything that has a key, by key. Where parts share a key, gates and phases name it."""
    return {key: name for of in NAMED.values() for key, name in of(rulebook)}


def names_of(rulebook: Rulebook, kind: str) -> Mapping[str, Names]:
    """The names of one kind of part, by key; none for a kind of which rulebooks define nothing."""
    return dict(NAMED[kind](rulebook)) if kind in NAMED else {}


def _deliverables(rulebook: Rulebook) -> Named:
    """A deliverable is called as what asks for it: the recurrent deadline, or the gate item."""
    yield from ((one.deliverable, one.name) for one in rulebook.deadlines if one.deliverable)
    for phase in rulebook.phases.values():
        yield from ((one.item, one.name) for one in phase.gate if isinstance(one.needs, DeliverableRule))


def _lines(rulebook: Rulebook) -> Named:
    for panel in rulebook.panels:
        yield from ((key, line.name) for key, line in panel.grid.items())


def _points(rulebook: Rulebook) -> Named:
    """The reasons of refusals that the rulebook foresees, wherever they are given."""
    for part in (*rulebook.panels, *((rulebook.calls,) if rulebook.calls else ()), *rulebook.instruments):
        yield from part.points.items()


def _criteria(rulebook: Rulebook) -> Named:
    for phase in rulebook.phases.values():
        for item in phase.gate:
            yield from item.needs.of.items() if isinstance(item.needs, CriteriaRule) else ()


def _items(rulebook: Rulebook) -> Named:
    for phase in rulebook.phases.values():
        yield from ((one.item, one.name) for one in phase.gate)


def _deadlines(rulebook: Rulebook) -> Named:
    """The rulebook's own, and what phases and pauses are reminded of where it says so."""
    yield from ((one.deadline, one.name) for one in rulebook.deadlines)
    if any(rule.ladder for rule in rulebook.phases.values()):
        yield EXPECTED_END, EXPECTED_END_NAME
    if any(rule.complete for rule in rulebook.phases.values()):
        yield GOING_ON, GOING_ON_NAME
    if rulebook.pauses:
        yield PAUSE_END, PAUSE_END_NAME


def _acts(rulebook: Rulebook) -> Named:
    courses = [
        *(one.course for one in rulebook.phases.values()),
        *(one.course for one in rulebook.instruments),
    ]
    yield from ((act.act, act.name) for course in courses for act in course)


NAMED: Mapping[str, Callable[[Rulebook], Named]] = {
    "programme": lambda rulebook: iter([(rulebook.programme, rulebook.name)]),
    "maturity": lambda rulebook: iter(rulebook.maturity.items()),
    "grid": lambda rulebook: iter(rulebook.evaluation.items.items() if rulebook.evaluation else ()),
    "occasion": lambda rulebook: iter(rulebook.occasions.items()),
    "call": lambda rulebook: (
        (one.call, one.name) for one in (rulebook.calls.calls if rulebook.calls else ())
    ),
    "stage": lambda rulebook: (
        (one.stage, one.name) for one in (rulebook.calls.funnel if rulebook.calls else ())
    ),
    "line": _lines,
    "panel": lambda rulebook: ((one.panel, one.name) for one in rulebook.panels),
    "question": lambda rulebook: ((one.review, one.name) for one in rulebook.reviews),
    "beneficiary": lambda rulebook: (
        (one.kind, one.name) for each in rulebook.instruments for one in each.beneficiaries
    ),
    "expense": lambda rulebook: (
        (one.expense, one.name) for each in rulebook.instruments for one in each.expenses
    ),
    "tranche": lambda rulebook: (
        (one.tranche, one.name) for each in rulebook.instruments for one in each.tranches
    ),
    "report": lambda rulebook: (
        (one.report, one.name) for each in rulebook.instruments for one in each.reports
    ),
    "act": _acts,
    "point": _points,
    "instrument": lambda rulebook: ((one.instrument, one.name) for one in rulebook.instruments),
    "deliverable": _deliverables,
    "deadline": _deadlines,
    "criterion": _criteria,
    "item": _items,
    "phase": lambda rulebook: ((phase.value, rule.name) for phase, rule in rulebook.phases.items()),
}
"""By kind of part: the keys of a rulebook's parts with their names."""
