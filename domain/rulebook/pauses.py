"""Who is reminded of a file that sleeps."""

from domain.kernel.calendar import Duration
from domain.kernel.model import Model
from domain.kernel.values import Key
from domain.rulebook.base import Names

PAUSE_END = "pause_end"
"""The key of the deadline, and what it counts from; no deadline of a rulebook that has it may be called so."""
PAUSE_END_NAME = Names(fr="Pause à revoir", en="Pause to be looked at again")


class Pauses(Model):
    """A pause is reminded of at its planned end, and every so often where it has none; never, without this part."""

    ladder: Key
    every: Duration = "P6M"
