"""For how long a letter about a review lets its reader in: a link in it opens that review alone, to them alone."""

from datetime import datetime, timedelta

from domain.deadlines.deadline import Deadline
from domain.kernel.moments import day_of, latest
from domain.reviews.deadlines import deadlines
from domain.reviews.panel import CONCLUSION, capacity
from domain.reviews.reading import involved_in
from domain.reviews.state import Review
from domain.rulebook import Rulebook

AFTERWARDS = timedelta(days=30)
"""How long after the deadline of an opinion, and after the end of the review, its members are still let in."""


def invited_until(
    review: Review, rulebook: Rulebook, person: str, occurrence: str, now: datetime
) -> datetime | None:
    """Until when a letter of ``now`` about a deadline lets somebody in who sits; None if it does not.

    Whoever leads has a sign-in of their own, and the chair concludes by it.
    """
    due = _open(review, rulebook, occurrence)
    sits = capacity(review, person, day_of(now, rulebook.zone_of(review.region)))
    if due is None or due.key == CONCLUSION or sits is None:
        return None
    until = due.due.passes_at + AFTERWARDS
    return until if until > now else None


def still_invited(review: Review, rulebook: Rulebook, person: str, now: datetime) -> bool:
    """Whether a link to a review still lets somebody in: they have or had a seat, and it has not ended long ago."""
    if person not in involved_in(review):
        return False
    ended = review.outcome
    return ended is None or now < latest(ended.at, rulebook.zone_of(review.region)) + AFTERWARDS


def _open(review: Review, rulebook: Rulebook, occurrence: str) -> Deadline | None:
    return next((one for one in deadlines(review, rulebook) if one.occurrence == occurrence), None)
