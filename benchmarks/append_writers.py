"""Writers for the append benchmarks: each has a stream of its own, and all store the same bytes."""

import asyncio
import random
import time
import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import asyncpg

from benchmarks.server import QUERIES, BenchServer
from domain.kernel.ledger import Append, Appended, AppendResult, LedgerKind, NewEvent
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger

ORGANISATION = "ville-de-demain"
ACTOR = "0198c6f2-6d0b-7c3e-9f53-0d9f1f6a2b13"
BODY = (
    '{"actor":"0198c6f2-6d0b-7c3e-9f53-0d9f1f6a2b13","cause":null,"data":{"deliverable":"diagnostic-partage",'
    '"document":"sha256:9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab",'
    '"due":"2027-09-30","note":null,"place":"0198c6f2-6d0b-7c3e-9f53-0d9f1f6a2b12","roles":["manager","mayor","state-representative"]},'
    '"effective_at":"2027-09-28T14:00:00Z","entry":%d,"rulebook":"tec@1","stream":"%s","type":"Delivered","version":1}'
)
"""An event of the usual size, about 480 bytes of canonical JSON; nothing in it is private."""


class Stream:
    """A writer's own stream; its entries go on from one measurement to the next."""

    def __init__(self) -> None:
        self.name = f"cooperation:{uuid.uuid4()}"
        self.entry = 0

    def next_body(self) -> bytes:
        """The bytes of the next event."""
        self.entry += 1
        return (BODY % (self.entry, self.name)).encode()

    def next_command(self, events: int = 1) -> Append:
        """The next event as a command, or the next few."""
        read = {self.name: self.entry}
        written = tuple(NewEvent(self.name, self.entry + 1, self.next_body()) for _ in range(events))
        identity = random.randbytes(16).hex()  # noqa: S311 - an id, not a secret
        return Append(identity, ACTOR, bytes(33), None, read, written)


Write = Callable[[Stream], Awaitable[None]]


async def per_second(writes: list[Write], streams: list[Stream], seconds: float) -> float:
    """How many events a second the writers store, each waiting for its own before the next."""
    began = time.perf_counter()

    async def keep_writing(write: Write, stream: Stream) -> int:
        written = 0
        while time.perf_counter() - began < seconds:
            await write(stream)
            written += 1
        return written

    counts = await asyncio.gather(*map(keep_writing, writes, streams))
    return sum(counts) / (time.perf_counter() - began)


class RawWriters:
    """One prepared INSERT per event and commit, over a connection for each writer."""

    def __init__(self, connections: list[asyncpg.Connection], writes: list[Write]) -> None:
        self._connections = connections
        self._writes = writes
        self._streams = [Stream() for _ in writes]

    @classmethod
    async def connect(cls, server: BenchServer, writers: int) -> "RawWriters":
        """Open and prepare."""
        connections = [await asyncpg.connect(server.owner_dsn) for _ in range(writers)]
        return cls(connections, [await _raw_write(connection) for connection in connections])

    async def run(self, seconds: float) -> float:
        """Events per second."""
        return await per_second(self._writes, self._streams, seconds)

    async def close(self) -> None:
        """Close the connections."""
        for connection in self._connections:
            await connection.close()


async def _raw_write(connection: asyncpg.Connection) -> Write:
    insert = await connection.prepare(QUERIES["raw_insert"])

    async def write(stream: Stream) -> None:
        text = stream.next_body().decode()
        await insert.fetch(stream.name, stream.entry, text)

    return write


class LedgerWriters:
    """Our ledger: writers that wait in one process share an append, as ``application.commands.one_way_in`` does it."""

    def __init__(self, ledger: PostgresLedger, writers: int) -> None:
        self._ledger = ledger
        self._streams = [Stream() for _ in range(writers)]
        self._waiting: list[tuple[Append, asyncio.Future[AppendResult]]] = []
        self._draining: asyncio.Task[None] | None = None

    @classmethod
    async def found(cls, server: BenchServer, writers: int) -> "LedgerWriters":
        """Found the ledger, unless it was."""
        ledger = PostgresLedger(await open_pool(server.service_dsn))
        await ledger.found(ORGANISATION, LedgerKind.REAL, datetime.now(UTC))
        return cls(ledger, writers)

    async def run(self, seconds: float) -> float:
        """Events per second."""
        write = self._write_alone if len(self._streams) == 1 else self._write_together
        return await per_second([write] * len(self._streams), self._streams, seconds)

    async def _write_alone(self, stream: Stream) -> None:
        [result] = await self._ledger.append(ORGANISATION, [stream.next_command()], datetime.now(UTC))
        _check(result)

    async def _write_together(self, stream: Stream) -> None:
        answer: asyncio.Future[AppendResult] = asyncio.get_running_loop().create_future()
        self._waiting.append((stream.next_command(), answer))
        if self._draining is None or self._draining.done():
            self._draining = asyncio.create_task(self._drain())
        _check(await answer)

    async def _drain(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            items = [item for item, _ in batch]
            results = await self._ledger.append(ORGANISATION, items, datetime.now(UTC))
            for (_, answer), result in zip(batch, results, strict=True):
                answer.set_result(result)


class UnversionedWriters:
    """Writers that wait for appends to one stream of so many events each, which nobody had to read before.

    Each append takes the entries that come next when its turn has come, as a store without versions would.
    """

    def __init__(self, ledger: PostgresLedger, writers: int, events: int) -> None:
        self._ledger = ledger
        self._writers = writers
        self._events = events
        self._stream = Stream()
        self._waiting: list[asyncio.Future[AppendResult]] = []
        self._draining: asyncio.Task[None] | None = None

    @classmethod
    async def found(cls, server: BenchServer, writers: int, events: int) -> "UnversionedWriters":
        """Found the ledger, unless it was."""
        ledger = PostgresLedger(await open_pool(server.service_dsn))
        await ledger.found(ORGANISATION, LedgerKind.REAL, datetime.now(UTC))
        return cls(ledger, writers, events)

    async def run(self, seconds: float) -> float:
        """Appends per second."""
        streams = [self._stream] * self._writers
        return await per_second([self._write] * self._writers, streams, seconds)

    async def _write(self, _stream: Stream) -> None:
        answer: asyncio.Future[AppendResult] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        if self._draining is None or self._draining.done():
            self._draining = asyncio.create_task(self._drain())
        _check(await answer)

    async def _drain(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            items = [self._stream.next_command(self._events) for _ in batch]
            results = await self._ledger.append(ORGANISATION, items, datetime.now(UTC))
            for answer, result in zip(batch, results, strict=True):
                answer.set_result(result)


def _check(result: AppendResult) -> None:
    if not isinstance(result, Appended):
        raise TypeError(f"not appended: {result}")
