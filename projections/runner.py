"""The runner: follows the ledgers and keeps the read models up to date."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress

import asyncpg
import structlog

from domain.kernel.ledger import Ledger, LedgerUnavailable, StoredEvent
from domain.registry.codec import decode_all
from eventstore.pool import connected
from projections.catalogue import READ_MODELS
from projections.checkpoints import QUERIES, Checkpoint, read_checkpoints
from projections.folder import Folder
from projections.model import Batch, Change, ReadModel, Rulebooks
from projections.turns import Turns
from projections.writer import advance

PAGE = 500
"""Events folded in one go."""

LONGEST_ERROR = 500
_ANOTHER = "the ledger does not hold what was folded: it went back; rebuild the read models"

_log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class Runner:
    """Folds each ledger into the read models. Several may run: one of them has the turn, and another when it ends.

    An event that a read model cannot fold stops that one only; its checkpoint says so. It is tried again when a
    runner starts, and by a rebuild.
    """

    def __init__(
        self,
        pool: asyncpg.Pool,
        ledger: Ledger,
        rulebooks: Rulebooks,
        models: Sequence[ReadModel] = READ_MODELS,
    ) -> None:
        self._pool = pool
        self._ledger = ledger
        self._rulebooks = rulebooks
        self._models = {model.name: model for model in models}
        self._folders: dict[str, Folder] = {}
        self._pages: dict[tuple[str, str], int] = {}

    async def run(self, stop: asyncio.Event, hints: AsyncIterator[object]) -> None:
        """Follow all ledgers until ``stop``, looking at them each time ``hints`` yields."""
        following = asyncio.create_task(self._follow(hints))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({following, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in (following, stopping):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def catch_up(self, organisation: str) -> None:
        """Fold a ledger up to its end. Raises LedgerUnavailable."""
        more = True
        while more:
            more = await self._step(organisation)

    def forget(self, organisation: str) -> None:
        """Drop the states kept of an organisation: its ledger went back."""
        self._folders.pop(organisation, None)

    async def retry_stopped(self) -> None:
        """Let all read models that had stopped try again. Raises LedgerUnavailable."""
        async with connected(self._pool) as connection:
            await connection.execute(QUERIES["retry"])

    async def _follow(self, hints: AsyncIterator[object]) -> None:
        retried, turns = False, Turns(self._pool)
        try:
            async for _ in hints:
                try:
                    if not retried:
                        await self.retry_stopped()
                        retried = True
                    for organisation in await self._ledger.organisations():
                        if await turns.is_mine(organisation):
                            await self.catch_up(organisation)
                except LedgerUnavailable as error:
                    _log.warning("read models wait for the database", error=str(error))
        finally:
            turns.give_up()

    async def _step(self, organisation: str) -> bool:
        """Take the read models that are furthest behind one page further; False if there is nothing to do."""
        running = [one for one in await self._checkpoints(organisation) if one.stopped_at is None]
        for one in running:
            if not one.borne_out:
                await self._stop(organisation, one.model, one.position, one.head, _ANOTHER)
                return True
        after = min((one.position for one in running if one.position < one.head), default=None)
        if after is None:
            return False
        behind = [one.model for one in running if one.position == after]
        others = [one.position - after for one in running if one.position > after]
        page = min(PAGE, *others, *(self._pages.get((organisation, model), PAGE) for model in behind))
        stored = await self._ledger.read(organisation, after, page)
        await self._take(organisation, [self._models[model] for model in behind], after, stored)
        return bool(stored)

    async def _checkpoints(self, organisation: str) -> list[Checkpoint]:
        async with connected(self._pool) as connection:
            found = await read_checkpoints(connection, organisation)
            if not self._models.keys() <= {one.model for one in found}:
                await connection.execute(QUERIES["ensure"], organisation, list(self._models))
                found = await read_checkpoints(connection, organisation)
        return [one for one in found if one.model in self._models]

    async def _take(
        self, organisation: str, models: Sequence[ReadModel], after: int, stored: Sequence[StoredEvent]
    ) -> None:
        """Fold a page into each of ``models``; what one cannot fold is that one's trouble."""
        events, states = await self._fold(organisation, stored)
        made: dict[str, Sequence[Change]] = {}
        for model in models:
            batch = states if model.needs_states else events
            try:
                if isinstance(batch, Exception):
                    raise batch  # noqa: TRY301 - the same trouble as below, met earlier
                made[model.name] = model.changes(batch)
            except Exception as error:  # noqa: BLE001 - whatever it is, it stops this read model and no other
                await self._failed(organisation, model.name, after, stored, error)
        if isinstance(events, Batch) and made:
            await self._write(events, after, stored, made)

    async def _write(
        self,
        batch: Batch,
        after: int,
        stored: Sequence[StoredEvent],
        changes: Mapping[str, Sequence[Change]],
    ) -> None:
        """Write the rows of several read models at once; if one spoils it, each by itself."""
        try:
            await advance(self._pool, after, batch, changes, stored[-1].hash)
        except LedgerUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - as above
            for model, rows in changes.items():
                if len(changes) == 1:
                    await self._failed(batch.organisation, model, after, stored, error)
                else:
                    await self._write(batch, after, stored, {model: rows})
        else:
            for model in changes:
                self._pages.pop((batch.organisation, model), None)

    async def _fold(
        self, organisation: str, stored: Sequence[StoredEvent]
    ) -> tuple[Batch | Exception, Batch | Exception]:
        """The page as events alone, and with the states after it; or what makes either impossible."""
        try:
            events = Batch(organisation, decode_all(stored))
        except Exception as error:  # noqa: BLE001 - as above
            return error, error
        folder = self._folders.setdefault(organisation, Folder(organisation, self._ledger, self._rulebooks))
        try:
            return events, await folder.fold(events.events)
        except LedgerUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - as above
            return events, error

    async def _failed(
        self, organisation: str, model: str, after: int, stored: Sequence[StoredEvent], error: Exception
    ) -> None:
        """Come back with half the page, until the event that cannot be folded stands alone."""
        if len(stored) > 1:
            self._pages[organisation, model] = len(stored) // 2
            return
        self._pages.pop((organisation, model), None)
        await self._stop(organisation, model, after, stored[0].position, f"{type(error).__name__}: {error}")

    async def _stop(self, organisation: str, model: str, after: int, position: int, error: str) -> None:
        _log.error(
            "read model stopped", organisation=organisation, model=model, position=position, error=error
        )
        async with connected(self._pool) as connection:
            await connection.execute(
                QUERIES["stop"], organisation, model, after, position, error[:LONGEST_ERROR]
            )
