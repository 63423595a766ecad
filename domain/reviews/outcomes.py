"""What whoever opened a review is told of its end."""

from domain.files.outcome import Outcome, outcome
from domain.kernel.ids import SERVICE
from domain.kernel.recorded import Recorded
from domain.reviews.events import ReviewCancelled, ReviewConcluded, ReviewDeferred
from domain.reviews.state import Review


def outcome_of_review(before: Review, recorded: Recorded) -> Outcome | None:
    """The outcome that an event brings; None for all others.

    Of a review that the service opened and that fell nobody is told: nobody had asked.
    """
    match recorded.event:
        case ReviewConcluded(outcome=answer):
            return outcome("review-concluded", recorded, (before.opened_by,), answer)
        case ReviewDeferred():
            return outcome("review-deferred", recorded, (before.opened_by,))
        case ReviewCancelled(cause=cause) if before.opened_by != SERVICE:
            return outcome("review-cancelled", recorded, (before.opened_by,), cause)
    return None
