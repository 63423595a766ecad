"""How every organisation stands, for those who watch the service: read in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("standing.sql"))


@dataclass(frozen=True, slots=True)
class LedgerStanding:
    """A ledger, what follows it and what waits, at one look."""

    organisation: str
    position: int
    """Where the ledger ends."""
    follower_lag: int
    """How many positions its follower has not dealt with."""
    follower_silent: float
    """For how many seconds no follower has said that it is alive; 0 before the first did."""
    owed_wakes: int
    read_model_lag: int
    """How many positions the read model that is furthest behind lacks, of those that run."""
    read_models_stopped: int
    overdue: int
    """Open deadlines that have passed, by the organisation's clock; those of sleeping files left out."""
    messages_unknown: int
    messages_failed: int
    messages_queued: int
    sign_of_life_age: float
    """How old the service's last sign of life is, in seconds of the organisation's time; 0 before the first."""


async def read_standings(pool: asyncpg.Pool, follower: str) -> Sequence[LedgerStanding]:
    """How each organisation stands; ``follower`` is its checkpoint's name. Raises LedgerUnavailable."""
    async with connected(pool) as connection:
        rows = await connection.fetch(_QUERIES["standing"], follower)
    return [LedgerStanding(**row) for row in rows]
