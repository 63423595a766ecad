"""An act that a rulebook prescribes for a file as it stands: which occurrence, and since when it is due."""

from dataclasses import dataclass
from datetime import datetime

from domain.rulebook.course import AnyAct


@dataclass(frozen=True, slots=True)
class PlannedAct:
    """One occurrence of an act that has not been done."""

    act: AnyAct
    occurrence: str
    since: datetime | None = None
    """Since when, or from when on, it is due; None while what it waits for has not come."""
    because: tuple[int, ...] = ()
    """The entries of the file that brought it about."""
    subject: str | None = None
    """The amendment, the review or the tranche that it is about."""
