"""The open deadlines of a review: those of opinions, and the chair's."""

from functools import partial

from domain.deadlines.deadline import Deadline, remembered, soonest_first, still_open
from domain.reviews.clocks import conclusion_terms, review_terms
from domain.reviews.state import Review
from domain.rulebook import Rulebook


@remembered
def deadlines(review: Review, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The open deadlines, soonest first; none once it is closed. The chair's waits for those of opinions."""
    return _found(review, rulebook, ladders=True)


def dates(review: Review, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The same without the rungs of their ladders."""
    return _found(review, rulebook, ladders=False)


def _found(review: Review, rulebook: Rulebook, *, ladders: bool) -> tuple[Deadline, ...]:
    opinions = still_open(review, rulebook, review_terms, ladders=ladders)
    passed = max((one.due.passes_at for one in opinions), default=None)
    conclusion = still_open(review, rulebook, partial(conclusion_terms, passed=passed), ladders=ladders)
    return soonest_first((*opinions, *conclusion))
