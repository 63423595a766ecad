"""The cooperations that somebody may read, at a glance, and how many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from language import Text
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import Counted, PortfolioCursor, PortfolioFilter
from queries.lists import Listed, Part, listed
from queries.visit import Visit, reached
from wording.naming import Naming


@dataclass(frozen=True, slots=True)
class Portfolio(Listed[PortfolioLine, PortfolioCursor]):
    """Cooperations by name. ``phases`` are what their phases are called, by file."""

    phases: Mapping[str, Text]


async def list_portfolio(
    visit: Visit, where: PortfolioFilter, part: Part[PortfolioCursor] | None = None
) -> Portfolio:
    """The cooperations that the person may read. Raises Failure."""
    found = await listed(visit, visit.service.read_models.portfolio, where, part)
    return Portfolio(found.rows, found.after, found.behind, phases_of(visit, found.rows))


async def count_portfolio(visit: Visit, where: PortfolioFilter) -> Sequence[Counted]:
    """How many of them there are, by rulebook, phase and status. Raises Failure."""
    async with reached():
        return await visit.service.read_models.portfolio_counts(visit.organisation, visit.scope, where)


def phases_of(visit: Visit, lines: Sequence[PortfolioLine]) -> Mapping[str, Text]:
    """What the phase of each cooperation is called by its own rulebook, by file."""
    naming = {one: Naming(visit.rulebook(one)) for one in {line.rulebook for line in lines}}
    return {line.file: Text(*naming[line.rulebook].said("phase", line.phase)) for line in lines}
