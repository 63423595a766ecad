"""The open deadlines of a funding."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from domain.deadlines.act_clocks import act_terms
from domain.deadlines.deadline import Deadline, remembered, still_open
from domain.deadlines.terms import Term
from domain.fundings.acts import planned_acts
from domain.fundings.clocks import funding_terms
from domain.fundings.state import Funding
from domain.rulebook import Rulebook


@remembered
def deadlines(funding: Funding, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The open deadlines, soonest first; none once it is closed."""
    return still_open(funding, rulebook, _terms)


def dates(funding: Funding, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The same without the rungs of their ladders."""
    return still_open(funding, rulebook, _terms, ladders=False)


def _terms(funding: Funding, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    yield from act_terms(funding, planned_acts(funding, rulebook), zone)
    yield from funding_terms(funding, rulebook, zone)
