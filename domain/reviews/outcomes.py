"""What whoever opened a review is told of its end."""

from domain.files.outcome import Outcome, outcome
from domain.kernel.recorded import Recorded
from domain.reviews.events import ReviewConcluded, ReviewDeferred
from domain.reviews.state import Review


def outcome_of_review(before: Review, recorded: Recorded) -> Outcome | None:
    """The outcome that an event brings; None for all others. What is taken back, whoever asked knows of."""
    match recorded.event:
        case ReviewConcluded(outcome=answer):
            return outcome("review-concluded", recorded, (before.opened_by,), answer)
        case ReviewDeferred():
            return outcome("review-deferred", recorded, (before.opened_by,))
    return None
