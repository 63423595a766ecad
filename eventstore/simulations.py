"""Throwing a simulation away, in PostgreSQL: all of it, and no real ledger ever; the database itself sees to that."""

from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("simulations.sql"))


class NoSimulation(Exception):
    """The ledger is a real one."""


class Simulations:
    """Ledgers that count for nothing."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def drop(self, organisation: str) -> bool:
        """Drop a simulation with all that stands beside its ledger; False where there is none of that name.

        Raises NoSimulation for a real ledger, LedgerUnavailable.
        """
        async with connected(self._pool) as connection:
            try:
                return bool(await connection.fetchval(_QUERIES["drop"], organisation))
            except asyncpg.InsufficientPrivilegeError:
                raise NoSimulation(organisation) from None
