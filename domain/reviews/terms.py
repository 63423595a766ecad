"""The deadlines of a review: opinions owed since an invitation, opinions to confirm since a new dossier."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from domain.counting import Term
from domain.reviews.state import Review
from domain.rulebook import Rulebook


def review_terms(review: Review, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:  # noqa: ARG001 - being built
    """The clocks that run, those answered left out."""
    yield from ()
