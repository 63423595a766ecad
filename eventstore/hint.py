"""Hints that ledgers have grown: sent apart from the appends, a few at a time; polling remains the truth.

A notification inside the transaction of an append would hold a lock of the whole server through its disk
flush. So a hint leaves afterwards, by another connection, for all ledgers that grew in the meantime.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import asyncpg

from domain.kernel.ledger import LedgerUnavailable
from eventstore.pool import UNREACHABLE, connected
from eventstore.queries import load_queries

CHANNEL = "ledger_grown"
GATHER_SECONDS = 0.01
"""How long hints are gathered before they leave together."""
CONNECT_SECONDS = 2.0

_QUERIES = load_queries(Path(__file__).with_name("queries.sql"))


class Hinter:
    """Tells listeners in other processes that ledgers have grown; what it cannot tell, they will poll."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._grown: set[str] = set()
        self._sending: asyncio.Task[None] | None = None

    def grown(self, organisation: str) -> None:
        """Hint that ``organisation``'s ledger has grown; returns at once."""
        self._grown.add(organisation)
        if self._sending is None or self._sending.done():
            self._sending = asyncio.create_task(self._send())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Send what is still gathered."""
        if self._sending is not None:
            await self._sending

    async def _send(self) -> None:
        while self._grown:
            await asyncio.sleep(GATHER_SECONDS)
            grown, self._grown = sorted(self._grown), set()
            with suppress(LedgerUnavailable):
                async with connected(self._pool) as connection:
                    await connection.execute(_QUERIES["notify"], grown)


async def hints(dsn: str, every: float) -> AsyncGenerator[frozenset[str], None]:
    """The organisations whose ledgers are said to have grown; empty when ``every`` seconds brought no hint.

    Whoever iterates looks at the ledger itself each time. It goes on without the server and listens again
    once it is back. Listening takes a connection of its own, since pools forget what they listen to.
    """
    heard: set[str] = set()
    woken = asyncio.Event()

    def hear(_connection: object, _pid: int, _channel: str, payload: object) -> None:
        heard.add(str(payload))
        woken.set()

    connection: asyncpg.Connection | None = None
    try:
        while True:
            if connection is None or connection.is_closed():
                connection = await _listen(dsn, hear)
            with suppress(TimeoutError):
                async with asyncio.timeout(every):
                    await woken.wait()
            woken.clear()
            grown = frozenset(heard)
            heard.clear()
            yield grown
    finally:
        if connection is not None:
            await connection.close(timeout=CONNECT_SECONDS)


async def _listen(dsn: str, hear: Callable[..., None]) -> asyncpg.Connection | None:
    """A connection that listens; None while the server is away."""
    try:
        connection = await asyncpg.connect(dsn, timeout=CONNECT_SECONDS)
        await connection.add_listener(CHANNEL, hear)
    except UNREACHABLE:
        return None
    return connection
