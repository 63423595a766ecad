"""An event with everything that surrounds it."""

from dataclasses import dataclass
from datetime import datetime

from domain.kernel.event import Event


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event of a stream. ``position`` and ``recorded_at`` are None until the ledger has them.

    ``effective_at`` (a moment) is when it happened; ``recorded_at`` when we learned it. ``cause`` is what led to it:
    the entry that made a command of the service due (``cause_at``), else the command itself. ``correlation`` is shared
    by all that one act set off.
    """

    event: Event
    stream: str
    entry: int
    effective_at: str
    actor: str
    command_id: str
    cause: str
    correlation: str
    rulebook: str | None
    position: int | None = None
    recorded_at: datetime | None = None


def cause_at(stream: str, entry: int) -> str:
    """An entry as a cause: ``review:avis#7``.

    By its number, not its position: that is not known yet to what the same batch decides next, and a command that is
    decided again must give the same.
    """
    return f"{stream}#{entry}"
