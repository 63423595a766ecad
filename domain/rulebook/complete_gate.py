"""Who is reminded to go on once everything that a gate asks for is there."""

from domain.kernel.calendar import Duration
from domain.kernel.model import Model
from domain.kernel.values import Key
from domain.rulebook.base import Names

GOING_ON = "going_on"
"""The key of the deadline, and what it counts from; no deadline or act of a rulebook that has it may be called so."""
GOING_ON_NAME = Names(fr="Passer à la suite", en="Go on")


class CompleteGate(Model):
    """Going on is due so long after the last item holds; it has no deadline without this part."""

    within: Duration
    ladder: Key
