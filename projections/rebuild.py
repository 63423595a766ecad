"""Rebuilding the read models from the first event, while the service goes on reading and writing the old ones.

New tables are filled in a shadow schema and take the place of the old ones in one short transaction. Whatever
interrupts a rebuild leaves the old tables as they are; the next one begins anew.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Self

import asyncpg
from asyncpg import exceptions as errors

from domain.kernel.ledger import BrokenChain, Head, Ledger, LedgerUnavailable
from domain.registry.codec import decode_all
from eventstore.pool import UNREACHABLE, Connection, connected
from eventstore.queries import load_queries
from projections.catalogue import READ_MODELS
from projections.chain_check import first_break
from projections.checkpoints import QUERIES as CHECKPOINTS
from projections.folder import Folder, publisher
from projections.model import Change, ReadModel, Rulebooks
from projections.partition import Folded, all_changes, fold_partition, partitions
from projections.rebuild_processes import RebuildProcesses
from projections.writer import SHADOW, write

PAGE = 500
_SHARE = 5_000
"""Events in a share, more or less: progress is told after each."""
ATTEMPTS = 40
"""How often the swap is tried before giving up: readers may hold the old tables."""
_BETWEEN_ATTEMPTS = 0.05
_ROUNDS = 3
"""Of following the ledgers before the swap: each leaves less to fold while the read models stand still."""
_BUSY = (errors.LockNotAvailableError, errors.DeadlockDetectedError)

_QUERIES = load_queries(Path(__file__).with_name("rebuild.sql"))

Progress = Callable[[str, int, int], None]
"""Told the organisation, the events folded so far and how many there are."""


class RebuildUnderWay(Exception):
    """Another rebuild is running."""


class ChainDoesNotHold(Exception):
    """The ledger is not what was written: nothing is built on it. ``broken`` says where."""

    def __init__(self, organisation: str, broken: BrokenChain) -> None:
        super().__init__(f"the ledger of {organisation} breaks at {broken.position}: {broken.reason}")
        self.organisation = organisation
        self.broken = broken


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did: how many events it folded, and which read models stay as they were, with the reason."""

    events: int
    failed: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Reached:
    """How far the shadow has come in one ledger."""

    position: int = 0
    recorded_at: datetime | None = None
    hash: bytes | None = None

    @classmethod
    def to(cls, head: Head) -> Self:
        """As far as the ledger goes."""
        return cls(head.position, head.recorded_at, head.hash) if head.position else cls()


async def rebuild(
    pool: asyncpg.Pool,
    ledger: Ledger,
    rulebooks: Rulebooks,
    on_progress: Progress = lambda _organisation, _done, _total: None,
    *,
    models: Sequence[ReadModel] = READ_MODELS,
    in_processes: RebuildProcesses | None = None,
) -> Rebuilt:
    """Fold all ledgers anew and swap. The hash chains are verified on the way.

    ``in_processes`` fold large ledgers in several processes; they know ``READ_MODELS`` only.
    Raises RebuildUnderWay, ChainDoesNotHold, LedgerUnavailable, and what an event raises that cannot be read.
    """
    async with _alone(pool) as connection:
        work = _Rebuild(pool, ledger, rulebooks, models, in_processes)
        await connection.execute(_QUERIES["begin"], [table for model in models for table in model.tables])
        for organisation in await ledger.organisations():
            await work.fill(organisation, on_progress)
        await work.swap()
    return Rebuilt(sum(one.position for one in work.reached.values()), work.failed)


@asynccontextmanager
async def _alone(pool: asyncpg.Pool) -> AsyncIterator[Connection]:
    """A connection whose lock keeps other rebuilds out; losing it ends this one."""
    try:
        async with pool.acquire() as connection:
            if not await connection.fetchval(_QUERIES["lock"]):
                raise RebuildUnderWay
            try:
                yield connection
            finally:
                await connection.execute(_QUERIES["unlock"])
    except UNREACHABLE as error:
        raise LedgerUnavailable(f"the read models are out of reach: {type(error).__name__}") from error


@dataclass(slots=True)
class _Rebuild:
    """One rebuild under way."""

    pool: asyncpg.Pool
    ledger: Ledger
    rulebooks: Rulebooks
    models: Sequence[ReadModel]
    in_processes: RebuildProcesses | None
    reached: dict[str, _Reached] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    folders: dict[str, Folder] = field(default_factory=dict)

    async def fill(self, organisation: str, on_progress: Progress) -> None:
        """Fold one ledger up to where it ends now, and check its chain meanwhile."""
        head = await self.ledger.head(organisation)
        checking = asyncio.create_task(first_break(self.pool, head))
        done = 0
        try:
            async for folded in self._fold(head):
                done += folded.events
                self.failed.update(folded.failed)
                on_progress(organisation, done, head.position)
            broken = await checking
        finally:
            checking.cancel()
        if broken:
            raise ChainDoesNotHold(organisation, broken)
        self.reached[organisation] = _Reached.to(head)

    async def _fold(self, head: Head) -> AsyncIterator[Folded]:
        """The ledger in partitions, by several processes if it is large."""
        streams = await self.ledger.streams(head.organisation, "")
        publishing = await publisher(self.ledger, head.organisation)
        cut = partitions(head, publishing, streams, 1 + head.position // _SHARE)
        if self.in_processes and head.position >= self.in_processes.from_events:
            async for folded in self.in_processes.fold(cut):
                yield folded
        else:
            for partition in cut:
                yield await fold_partition(self.pool, self.rulebooks, self.models, partition)

    async def swap(self) -> None:
        """Fold what has come since, then let the tables of the shadow take their place."""
        for _ in range(_ROUNDS):
            async for organisation, changes, at in self._news():
                async with connected(self.pool) as connection, connection.transaction():
                    await write(connection, SHADOW, organisation, changes)
                self.reached[organisation] = at
        for attempt in range(1, ATTEMPTS + 1):
            try:
                async with connected(self.pool) as connection, connection.transaction():
                    self.reached = await self._swap(connection)
            except LedgerUnavailable as error:
                if attempt == ATTEMPTS or not isinstance(error.__cause__, _BUSY):
                    raise
                await asyncio.sleep(_BETWEEN_ATTEMPTS)
            else:
                return

    async def _swap(self, connection: Connection) -> dict[str, _Reached]:
        """While no read model moves on: the last news, the tables and the checkpoints, in one transaction."""
        await connection.execute(_QUERIES["patience"])
        await connection.execute(CHECKPOINTS["hold"])
        reached = dict(self.reached)
        async for organisation, changes, at in self._news():
            await write(connection, SHADOW, organisation, changes)
            reached[organisation] = at
        models = [model for model in self.models if model.name not in self.failed]
        names = [model.name for model in models]
        await connection.execute(_QUERIES["finish"], [table for model in models for table in model.tables])
        for organisation, at in reached.items():
            place = (at.position, at.recorded_at, at.hash)
            await connection.execute(CHECKPOINTS["arrive"], organisation, names, *place)
        return reached

    async def _news(self) -> AsyncIterator[tuple[str, list[Change], _Reached]]:
        """What the ledgers have beyond the shadow, up to where they end now, and how far each piece takes it."""
        for organisation in await self.ledger.organisations():
            head = await self.ledger.head(organisation)
            folder = self.folders.setdefault(organisation, Folder(organisation, self.ledger, self.rulebooks))
            position = self.reached.get(organisation, _Reached()).position
            while position < head.position:
                page = min(PAGE, head.position - position)
                stored = await self.ledger.read(organisation, position, page)
                batch = await folder.fold(decode_all(stored))
                position = stored[-1].position
                changes = all_changes(self.models, batch, self.failed)
                yield organisation, changes, _Reached(position, stored[-1].recorded_at, stored[-1].hash)
