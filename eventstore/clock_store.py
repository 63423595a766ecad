"""The clocks of simulations, in PostgreSQL, one row beside each ledger."""

from datetime import datetime
from pathlib import Path

import asyncpg

from domain.kernel.clock import ClockSetting
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("clock_store.sql"))


class PostgresClockStore:
    """``application.ports.ClockStore``. Every call raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def read(self, organisation: str) -> ClockSetting | None:
        """The clock of a simulation; None for a real ledger."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["read"], organisation)
        return ClockSetting(row["now"], row["target"]) if row else None

    async def create(self, organisation: str, now: datetime) -> None:
        """Set a new simulation's clock; one whose ledger has begun stays."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["create"], organisation, now)

    async def aim(self, organisation: str, target: datetime) -> None:
        """Ask for the clock to be taken to ``target``; an earlier instant than the present changes nothing."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["aim"], organisation, target)

    async def stop(self, organisation: str) -> None:
        """Want the clock nowhere but where it is."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["stop"], organisation)

    async def show(self, organisation: str, now: datetime) -> None:
        """Let the clock show ``now``; it never goes back."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["show"], organisation, now)
