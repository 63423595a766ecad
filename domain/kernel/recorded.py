"""An event with everything that surrounds it."""

from dataclasses import dataclass
from datetime import datetime

from domain.kernel.event import Event


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event of a stream. ``position`` and ``recorded_at`` are None until the ledger has them.

    ``effective_at`` (a moment) is when it happened; ``recorded_at`` when we learned it. ``cause`` is the command
    or event position that led to it; ``correlation`` is shared by all that one act set off.
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
