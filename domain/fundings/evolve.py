"""``evolve_funding``: a funding and what happened next give the next state. Total and pure."""

from domain.events.recorded import Recorded
from domain.fundings.state import Funding


def evolve_funding(state: Funding | None, recorded: Recorded) -> Funding:
    """The funding after one more event. Raises ValueError if the first event does not request it."""
    raise NotImplementedError(state, recorded)
