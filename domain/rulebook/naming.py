"""What a rulebook calls the keys that it defines."""

from collections.abc import Iterator, Mapping

from domain.rulebook.base import Names
from domain.rulebook.funding import Instrument
from domain.rulebook.gates import CriteriaRule
from domain.rulebook.whole import Rulebook


def names_in(rulebook: Rulebook) -> Mapping[str, Names]:
    """The names of everything that has a key, by key. Where parts share a key, gates and phases name it."""
    return dict(_named(rulebook))


def _named(rulebook: Rulebook) -> Iterator[tuple[str, Names]]:
    yield from rulebook.maturity.items()
    yield from rulebook.evaluation.items.items() if rulebook.evaluation else ()
    yield from rulebook.occasions.items()
    if rulebook.calls:
        yield from ((one.call, one.name) for one in rulebook.calls.calls)
        yield from ((one.stage, one.name) for one in rulebook.calls.funnel)
    yield from ((one.panel, one.name) for one in rulebook.panels)
    yield from ((one.review, one.name) for one in rulebook.reviews)
    for instrument in rulebook.instruments:
        yield from _in_instrument(instrument)
        yield instrument.instrument, instrument.name
    yield from ((one.deadline, one.name) for one in rulebook.deadlines)
    for phase in rulebook.phases.values():
        for item in phase.gate:
            yield from item.needs.of.items() if isinstance(item.needs, CriteriaRule) else ()
            yield item.item, item.name
    yield from ((phase.value, rule.name) for phase, rule in rulebook.phases.items())


def _in_instrument(instrument: Instrument) -> Iterator[tuple[str, Names]]:
    yield from ((one.kind, one.name) for one in instrument.beneficiaries)
    yield from ((one.expense, one.name) for one in instrument.expenses)
    yield from ((one.tranche, one.name) for one in instrument.tranches)
    yield from ((one.report, one.name) for one in instrument.reports)
