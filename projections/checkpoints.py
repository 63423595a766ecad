"""How far each read model has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from domain.kernel.model import Model
from eventstore.pool import Connection
from eventstore.queries import load_queries

QUERIES = load_queries(Path(__file__).with_name("checkpoints.sql"))


class Checkpoint(Model):
    """A read model's place in a ledger that ends at ``head``.

    ``stopped_at`` is the position of the event that it cannot fold, ``error`` why; None while it runs.
    """

    model: str
    position: int
    recorded_at: datetime | None
    """When the ledger recorded the last event folded."""
    stopped_at: int | None
    stopped_since: datetime | None
    error: str | None
    head: int
    borne_out: bool = True
    """Whether the ledger still holds the history that was folded; else it went back, and a rebuild is due."""

    @property
    def behind(self) -> int:
        """How many events it has not folded yet."""
        return max(0, self.head - self.position)


@dataclass(frozen=True, slots=True)
class Freshness:
    """How old what one reads is: ``position`` of the read model that is furthest behind, among those that run.

    ``as_of`` is when the ledger recorded that event (None before the first), ``behind`` how many came since.
    ``stopped`` names the read models that wait for a repair.
    """

    reached: bool
    """Whether the position asked for is in all read models that run."""
    position: int
    as_of: datetime | None
    behind: int
    stopped: tuple[str, ...] = ()


async def read_checkpoints(connection: Connection, organisation: str) -> tuple[Checkpoint, ...]:
    """The checkpoints of all read models, by name; none if nobody has folded this ledger yet."""
    rows = await connection.fetch(QUERIES["checkpoints"], organisation)
    return tuple(Checkpoint(**row) for row in rows)


def freshness(checkpoints: Sequence[Checkpoint], position: int) -> Freshness:
    """How old what these read models show is, and whether they have come to ``position``."""
    stopped = tuple(one.model for one in checkpoints if one.stopped_at is not None)
    running = [one for one in checkpoints if one.stopped_at is None]
    if not running:
        return Freshness(position <= 0, 0, None, max((one.head for one in checkpoints), default=0), stopped)
    last = min(running, key=lambda one: one.position)
    return Freshness(last.position >= position, last.position, last.recorded_at, last.behind, stopped)
