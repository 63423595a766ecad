"""The fundings that somebody may read, and what they come to."""

from collections.abc import Sequence

from domain.fundings.state import Funding
from projections.fundings import FundingCursor, FundingFilter, FundingLine, FundingsCounted, funding_line
from queries.as_of import Then
from queries.lists import Listed, Part, caught_up, listed, theirs
from queries.visit import Visit, reached

Fundings = Listed[FundingLine, FundingCursor]


async def list_fundings(
    visit: Visit, where: FundingFilter, part: Part[FundingCursor] | None = None
) -> Fundings:
    """The fundings that the person may read, by the name of their cooperation. Raises Failure."""
    return await listed(visit, visit.service.read_models.fundings, where, part)


async def list_fundings_then(visit: Visit, where: FundingFilter, then: Then) -> Fundings:
    """The same as they were on a date, folded from the ledger: all of them. Raises Failure."""
    async with reached():
        behind = await caught_up(visit)
    found = [funding_line(one) async for one in then.views(visit, Funding, "funding")]
    found.sort(key=lambda one: one.name)
    async with reached():
        return Listed(await theirs(visit, (one for one in found if _wanted(one, where))), None, behind)


async def count_fundings(visit: Visit, where: FundingFilter) -> Sequence[FundingsCounted]:
    """How many fundings there are and what was asked for, granted and paid, by status. Raises Failure."""
    async with reached():
        return await visit.service.read_models.funding_counts(visit.organisation, visit.scope, where)


def _wanted(line: FundingLine, where: FundingFilter) -> bool:
    return (
        where.region in (None, line.region)
        and where.status in (None, line.status)
        and where.instrument in (None, line.instrument)
    )
