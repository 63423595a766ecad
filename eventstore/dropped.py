"""Ledgers that were dropped and whose workflows are still to be ended, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import asyncpg

from domain.kernel.ids import file_of
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("dropped.sql"))


class PostgresDropped:
    """``application.lives.dismissing.Dropped``. Every call raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def pending(self) -> Mapping[str, Sequence[str]]:
        """Which they are, the one dropped first first, with the keys of the files that each had."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["pending"])
        return {row["organisation"]: [*filter(None, map(file_of, row["streams"]))] for row in rows}

    async def clear(self, organisation: str, rest: timedelta) -> bool:
        """Its workflows have ended: remove what was written of it since; whether that is so for as long as ``rest``.

        Then nothing is known of it any more.
        """
        async with connected(self._pool) as connection:
            return bool(await connection.fetchval(_QUERIES["clear"], organisation, rest))
