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
"""How long hints are gathered after the first one, which leaves at once, before they leave together."""
CONNECT_SECONDS = 2.0
AGAIN_SECONDS = 1.0
"""How soon it listens again after the connection was lost."""

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
            grown, self._grown = sorted(self._grown), set()
            with suppress(LedgerUnavailable):
                async with connected(self._pool) as connection:
                    await connection.execute(_QUERIES["notify"], grown)
            await asyncio.sleep(GATHER_SECONDS)


class Listener:
    """Listens for all who follow ledgers in this process, by a connection of its own: pools forget what they listen to.

    Whoever iterates over ``looks`` looks at the ledger itself each time: what is not heard, while ``run`` does not run
    or the server is away, is found by looking.
    """

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._ears: dict[asyncio.Event, str | None] = {}

    async def run(self) -> None:
        """Listen until cancelled, again once the server is back."""
        while True:
            lost = asyncio.Event()
            connection = await _listen(self._dsn, self._hear, lost.set)
            try:
                if connection is not None:
                    await lost.wait()
            finally:
                if connection is not None:
                    await connection.close(timeout=CONNECT_SECONDS)
            await asyncio.sleep(AGAIN_SECONDS)

    async def looks(self, every: float, organisation: str | None = None) -> AsyncGenerator[None, None]:
        """Yield at once, then every so many seconds, and when a ledger (of one organisation) is said to have grown."""
        ear = asyncio.Event()
        self._ears[ear] = organisation
        try:
            while True:
                yield
                with suppress(TimeoutError):
                    async with asyncio.timeout(every):
                        await ear.wait()
                ear.clear()
        finally:
            del self._ears[ear]

    def _hear(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        for ear, organisation in self._ears.items():
            if organisation in {None, payload}:
                ear.set()


async def _listen(dsn: str, hear: Callable[..., None], lost: Callable[[], None]) -> asyncpg.Connection | None:
    """A connection that listens, until ``lost`` is called; None while the server is away."""
    try:
        connection = await asyncpg.connect(dsn, timeout=CONNECT_SECONDS)
        connection.add_termination_listener(lambda _connection: lost())
        await connection.add_listener(CHANNEL, hear)
    except UNREACHABLE:
        return None
    return connection
