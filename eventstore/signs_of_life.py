"""When the service was last seen working, in PostgreSQL, one row beside each ledger."""

from datetime import datetime
from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("signs_of_life.sql"))


class PostgresSignsOfLife:
    """``application.ports.SignsOfLife``. Every call raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def last(self, organisation: str) -> datetime | None:
        """The last sign of life; None before the first."""
        async with connected(self._pool) as connection:
            at: datetime | None = await connection.fetchval(_QUERIES["last"], organisation)
        return at

    async def leave(self, organisation: str, at: datetime) -> None:
        """Leave a sign of life; it never goes back."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["leave"], organisation, at)
