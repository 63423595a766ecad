"""Where checks read: one connection, patient, as the role that the service itself uses."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

import asyncpg

from domain.kernel.ledger import LedgerUnavailable
from eventstore.pool import CONNECT_SECONDS, UNREACHABLE, Connection
from eventstore.queries import load_queries

PATIENCE = 120.0
"""Seconds that one query of a check may take: where an index was dropped it reads whole tables."""

_QUERIES = load_queries(Path(__file__).with_name("store.sql"))


class NotReadable(Exception):
    """The database refuses a query of a check: what it asks about is not there, or not for the service to read."""


class Store:
    """Reads rows. A query that fails spoils no transaction that is under way."""

    def __init__(self, connection: "Connection | asyncpg.Connection") -> None:
        self._connection = connection

    async def rows(self, query: str, *arguments: Any) -> list[asyncpg.Record]:
        """The rows of a query. Raises NotReadable, LedgerUnavailable."""
        within = self._connection.is_in_transaction()
        try:
            async with self._connection.transaction() if within else nullcontext():
                found: list[asyncpg.Record] = await self._connection.fetch(
                    query, *arguments, timeout=PATIENCE
                )
        except UNREACHABLE as error:
            raise LedgerUnavailable(f"the ledger is out of reach: {type(error).__name__}") from error
        except asyncpg.PostgresError as error:
            raise NotReadable(type(error).__name__) from error
        return found

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[None]:
        """All that is read within is of one instant. Raises LedgerUnavailable."""
        within = self._connection.is_in_transaction()
        try:
            async with self._connection.transaction(isolation=None if within else "repeatable_read"):
                yield
        except UNREACHABLE as error:
            raise LedgerUnavailable(f"the ledger is out of reach: {type(error).__name__}") from error


@asynccontextmanager
async def reading(pool: asyncpg.Pool) -> AsyncIterator[Store]:
    """Read by a connection of ``pool`` whose patience it alone has, and which is closed afterwards.

    Raises LedgerUnavailable.
    """
    try:
        connection = await pool.acquire(timeout=CONNECT_SECONDS)
    except UNREACHABLE as error:
        raise LedgerUnavailable(f"the ledger is out of reach: {type(error).__name__}") from error
    try:
        store = Store(connection)
        await store.rows(_QUERIES["patience"], f"{PATIENCE:.0f}s")
        yield store
    finally:
        connection.terminate()
        await pool.release(connection)
