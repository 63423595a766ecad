"""What a file's workflow is told: where the file stands, what is due, how long to wait.

Ids, dates and positions only: nothing else may pass through Temporal.
"""

from datetime import date
from typing import Final, Literal, Self

from domain.kernel.model import Model
from domain.kernel.values import Phase

LONGEST_WAIT_SECONDS = 30 * 24 * 3600.0
"""A workflow takes stock at least this often."""

REMINDER: Final = "reminder"
SILENCE: Final = "silence"
CONCLUSION: Final = "conclusion"
ANNOUNCEMENT: Final = "announcement"
ACT: Final = "act"

Step = Literal["opinions", "conclusion", "decision", "agreement", "tranches", "reports", "closing"]
"""What the life of a review (the first two) or of a funding is at."""


class DueReminder(Model):
    """What is due now: a rung to issue, a silence to count, a review to conclude by its rule, an act to announce or do.

    Of a silence, ``rung`` says what it counts as; of a conclusion, by which rule; for whoever reads the history. The
    occurrence of a conclusion is ``conclusion/e<entry>``, with the last entry of the review. Of an act, ``rung`` is its
    key, ``attempt`` the entry that says why it could not be done last, ``does`` what it does.
    """

    occurrence: str
    rung: str
    kind: Literal["reminder", "silence", "conclusion", "announcement", "act"] = "reminder"
    attempt: int = 0
    does: str | None = None


class Standing(Model):
    """Where a file stands at a position of the ledger."""

    position: int
    """The last position of the ledger that this takes into account."""
    hash: str = ""
    """Its hash, in hexadecimal: by it the same history is recognised later."""
    behind: bool = False
    """Whether the ledger does not hold what the workflow has seen of it; nothing else is told then."""
    phase: Phase | None = None
    """Of a cooperation."""
    step: Step | None = None
    """Of a review or a funding."""
    programme: str | None = None
    """The name of the programme; None as told by an earlier release."""
    pass_number: int
    status: str
    """A word for where it stands, the file's own."""
    due: tuple[DueReminder, ...] = ()
    wait_seconds: float
    """How long nothing will be due, at most 30 days. Under a simulated clock always 30 days."""
    awaits: str | None = None
    """The key of the next deadline, for operators."""
    until: date | None = None
    """The day it is due."""
    over: bool = False
    """Whether its life is over, until something more is recorded."""
    untold: bool = False
    """Whether whoever asked is still to hear how it ended: until then the workflow stays."""
    listed: bool = False
    """Whether Temporal's lists know what workflows show of themselves; not as told by an earlier release."""

    @classmethod
    def of_another_history(cls) -> Self:
        """What a workflow is told that knows a history which the ledger does not hold."""
        return cls(position=0, pass_number=0, status="", wait_seconds=LONGEST_WAIT_SECONDS, behind=True)

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be done; histories from before ``over`` tell by the status."""
        return (self.over or self.status == "closed") and not self.untold
