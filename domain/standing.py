"""What a cooperation's workflow is told: where the file stands, what is due, how long to wait.

Ids, dates and positions only: nothing else may pass through Temporal.
"""

from datetime import date

from domain.model import Model
from domain.values import Phase

LONGEST_WAIT_SECONDS = 30 * 24 * 3600.0
"""A workflow takes stock at least this often."""


class DueReminder(Model):
    """A rung that is due now: issue it by the command ``remind/<file>/<occurrence>/<rung>``."""

    occurrence: str
    rung: str


class Standing(Model):
    """Where a file stands at a position of the ledger."""

    position: int
    """The last position of the ledger that this takes into account."""
    phase: Phase
    pass_number: int
    status: str
    """``active``, ``paused``, ``abandonment-requested`` or ``closed``."""
    due: tuple[DueReminder, ...] = ()
    wait_seconds: float
    """How long nothing will be due, at most 30 days. Under a simulated clock always 30 days."""
    awaits: str | None = None
    """The key of the next deadline, for operators."""
    until: date | None = None
    """The day it is due."""

    @property
    def ended(self) -> bool:
        """Whether the life of the cooperation is over, until it is reopened."""
        return self.status == "closed"
