"""The reviews that somebody may look up: those of files that they may read, and those in which they are involved."""

from collections.abc import Mapping

from domain.kernel.moments import earliest
from domain.reviews.state import Review
from projections.reviews import ReviewCursor, ReviewFilter, ReviewLine, review_line
from queries.as_of import Then
from queries.lists import Listed, Part, caught_up, listed, theirs
from queries.visit import Visit, reached

Reviews = Listed[ReviewLine, ReviewCursor]


async def list_reviews(visit: Visit, where: ReviewFilter, part: Part[ReviewCursor] | None = None) -> Reviews:
    """The reviews that the person may look up, the last asked first. Raises Failure."""
    return await listed(visit, visit.service.read_models.reviews, where, part)


async def list_reviews_then(visit: Visit, where: ReviewFilter, then: Then) -> Reviews:
    """The same as they were on a date, folded from the ledger: all of them. Raises Failure."""
    async with reached():
        behind = await caught_up(visit)
    found = [review_line(one) async for one in then.views(visit, Review, "review")]
    found.sort(key=lambda one: earliest(one.opened_at, visit.zone), reverse=True)
    async with reached():
        lines = await theirs(visit, (one for one in found if _wanted(one, where)))
    return Listed(lines, None, behind)


async def count_reviews(visit: Visit, where: ReviewFilter) -> Mapping[str, int]:
    """How many reviews there are, by status. Raises Failure."""
    async with reached():
        return await visit.service.read_models.review_counts(visit.organisation, visit.scope, where)


def _wanted(line: ReviewLine, where: ReviewFilter) -> bool:
    return (
        where.region in (None, line.region)
        and where.status in (None, line.status)
        and where.panel in (None, line.panel)
        and where.open in (None, line.ended_at is None)
    )
