"""What whoever leads a review may do about it now, and why not the rest."""

from collections.abc import Sequence
from typing import get_args

from domain.reviews.commands import AnyReviewCommand, OpenReview, ReviewCommand
from queries.offers import Offer, offers_on
from queries.visit import Visit, reached

_LEADING = tuple(
    one.__name__
    for one in get_args(AnyReviewCommand)
    if issubclass(one, ReviewCommand) and one is not OpenReview and not one.for_oneself
)


async def leading_acts(visit: Visit, review: str) -> Sequence[Offer]:
    """The acts of who leads a review, by its key: those that are possible first. Raises Failure."""
    async with reached():
        offers = await offers_on(visit, review, _LEADING)
    return sorted(offers, key=lambda one: one.state != "possible")
