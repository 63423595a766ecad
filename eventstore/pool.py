"""Connections to PostgreSQL: how to open them, how long to wait for them, what counts as out of reach."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeAlias

import asyncpg
from asyncpg import exceptions as errors
from asyncpg.pool import PoolConnectionProxy

from domain.kernel.ledger import LedgerFull, LedgerUnavailable

Connection: TypeAlias = "PoolConnectionProxy[asyncpg.Record]"

CONNECT_SECONDS = 1.5
"""How long opening one connection may take."""
STATEMENT_SECONDS = 2.5
"""How long the server works at one statement, waiting for locks included, before it gives up by itself."""
ANSWER_SECONDS = 4.0
"""How long a piece of work waits in all before the store counts as out of reach."""

UNREACHABLE = (
    TimeoutError,
    OSError,
    errors.InterfaceError,
    errors.InternalClientError,  # what asyncpg may raise when a session dies between two of its messages
    errors.PostgresConnectionError,
    errors.InvalidAuthorizationSpecificationError,
    errors.InvalidCatalogNameError,
    errors.OperatorInterventionError,
    errors.InsufficientResourcesError,
    errors.TransactionRollbackError,
    errors.PostgresSystemError,
    errors.ReadOnlySQLTransactionError,
    errors.LockNotAvailableError,
)


async def open_pool(dsn: str, size: int = 8, statement_seconds: float = STATEMENT_SECONDS) -> asyncpg.Pool:
    """A pool that connects when it is first used, so it can be opened while the server is away.

    Connections keep no session state between uses, which spares a round trip to reset them.
    """
    return await asyncpg.create_pool(
        dsn,
        min_size=0,
        max_size=size,
        timeout=CONNECT_SECONDS,
        reset=_keep_as_it_is,
        server_settings={
            "application_name": "escale",
            "statement_timeout": f"{statement_seconds * 1000:.0f}",
            "idle_in_transaction_session_timeout": "60000",
        },
    )


async def _keep_as_it_is(_connection: asyncpg.Connection) -> None:
    """Reset nothing."""


@asynccontextmanager
async def connected(pool: asyncpg.Pool) -> AsyncIterator[Connection]:
    """Lend a connection for a short piece of work. Raises LedgerUnavailable if no answer comes in time.

    A connection that failed to answer is closed, not lent again: who knows what it is still busy with.
    """
    async with in_time(), pool.acquire() as connection:
        with _closed_if_silent(connection):
            yield connection


@asynccontextmanager
async def in_time() -> AsyncIterator[None]:
    """Wait for answers as long as the store may take. Raises LedgerUnavailable if none comes."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            yield
    except errors.DiskFullError as error:
        raise LedgerFull("the ledger's disk is full") from error
    except UNREACHABLE as error:
        raise LedgerUnavailable(f"the ledger is out of reach: {type(error).__name__}") from error


@contextmanager
def _closed_if_silent(connection: Connection) -> Iterator[None]:
    try:
        yield
    except (*UNREACHABLE, asyncio.CancelledError):
        connection.terminate()
        raise


class KeptConnection:
    """Lends a connection of a pool and keeps it at hand, which spares appends the pool's bookkeeping.

    Whoever comes while it is lent gets another one of the pool.
    """

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._kept: Connection | None = None

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Connection]:
        """Lend it, or another, as ``connected`` does. Raises LedgerUnavailable."""
        async with in_time():
            connection = await self._taken()
            try:
                with _closed_if_silent(connection):
                    yield connection
            finally:
                await self._put_back(connection)

    async def _taken(self) -> Connection:
        kept, self._kept = self._kept, None
        if kept is None:
            return await self._pool.acquire()
        if kept.is_closed():
            await self._pool.release(kept)
            return await self._pool.acquire()
        return kept

    async def _put_back(self, connection: Connection) -> None:
        if self._kept is None and not connection.is_closed():
            self._kept = connection
        else:
            await self._pool.release(connection)
