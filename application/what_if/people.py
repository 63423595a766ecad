"""The people of an organisation and their roles as they were known when a decision was taken."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from domain.kernel.recorded import Recorded
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation


class PeopleThen:
    """An organisation after each event of its stream."""

    def __init__(self, history: Iterable[Recorded]) -> None:
        events = tuple(history)
        self._positions = [one.position or 0 for one in events]
        self._states = list(accumulate(events, evolve_organisation, initial=Organisation()))

    def before(self, position: int) -> Organisation:
        """As it was known just before a position of the ledger."""
        return self._states[bisect_left(self._positions, position)]

    @property
    def now(self) -> Organisation:
        """As it is known now."""
        return self._states[-1]
