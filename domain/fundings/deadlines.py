"""The open deadlines of a funding."""

from domain.deadlines.deadline import Deadline, remembered, still_open
from domain.fundings.clocks import funding_terms
from domain.fundings.state import Funding
from domain.rulebook import Rulebook


@remembered
def deadlines(funding: Funding, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The open deadlines, soonest first; none once it is closed."""
    return still_open(funding, rulebook, funding_terms)
