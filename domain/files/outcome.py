"""What became of something that somebody asked for, as the file keeps it so that they can be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from domain.kernel.ids import SERVICE
from domain.kernel.recorded import Recorded

OutcomeKind = Literal[
    "review-concluded",
    "review-deferred",
    "review-cancelled",
    "funding-granted",
    "funding-refused",
    "funding-deferred",
    "amendment-granted",
    "amendment-refused",
    "tranche-paid",
    "payment-failed",
    "application-selected",
    "application-declined",
    "abandonment-granted",
    "abandonment-refused",
    "silence-counted",
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome: the entry that brought it, who did, and ``asked_by`` whom; those in charge where that is empty.

    ``recorded_at`` is None before the ledger has it. ``subject``: the tranche, amendment or stage that it is
    about, why a review fell, or what silence counted as.
    """

    kind: OutcomeKind
    entry: int
    by: str
    asked_by: tuple[str, ...]
    at: str
    recorded_at: datetime | None
    subject: str | None = None

    @property
    def occurrence(self) -> str:
        """What names it in claims and messages. Its hyphen keeps it apart from deadlines, whose keys have none."""
        return f"{self.kind}/e{self.entry}"


def outcome(
    kind: OutcomeKind, recorded: Recorded, asked_by: Sequence[str | None] = (), subject: str | None = None
) -> Outcome:
    """The outcome that an event is; those who asked count as far as they are people."""
    asked = tuple(dict.fromkeys(one for one in asked_by if one is not None and one != SERVICE))
    about = (recorded.effective_at, recorded.recorded_at)
    return Outcome(kind, recorded.entry, recorded.actor, asked, *about, subject)
