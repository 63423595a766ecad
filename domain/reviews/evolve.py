"""``evolve_review``: a review and what happened next give the next state. Total and pure."""

from domain.events.recorded import Recorded
from domain.reviews.state import Review


def evolve_review(state: Review | None, recorded: Recorded) -> Review:
    """The review after one more event. Raises ValueError if the first event does not open it."""
    raise NotImplementedError(state, recorded)
