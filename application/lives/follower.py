"""The follower: reads a ledger in order and has the workflow of each file that an event concerns woken.

An event of the organisation or of an envelope concerns the files whose acts were refused before.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable

import structlog

from application.lives.continuity import Continuity, Mark
from application.lives.refused_acts import RefusedActs
from application.lives.waking import Waker
from application.ports import FollowerStore
from domain.kernel.ids import SERVICE, file_of
from domain.kernel.ledger import Ledger, LedgerUnavailable, StoredEvent

log = structlog.get_logger()

NAME = "follower"
"""Its checkpoint's name."""
PAGE = 500
SAVE_SECONDS = 0.5
DEBTS_SECONDS = 2.0
"""How often it asks the store for debts that others wrote down: a sweep's, after a worker was killed."""

_ITS_OWN = frozenset(
    {
        "ReminderIssued",
        "ReminderOvertaken",
        "SilenceCounted",
        "ReviewConcluded",
        "ActAnnounced",
        "ActPerformed",
        "ActRefused",
        "DecisionAsked",
    }
)
"""What a file's workflow records in its stream by itself; it takes stock again afterwards."""


class Follower:
    """Follows one ledger from its checkpoint, whenever ``hints`` yields; the checkpoint passes nothing unsettled.

    ``hints`` gives an iterator that yields when the ledger may have grown, and every second or so anyway.
    """

    def __init__(
        self,
        organisation: str,
        ledger: Ledger,
        store: FollowerStore,
        waker: Waker,
        hints: Callable[[], AsyncIterator[object]],
        continuity: Continuity,
        refused: RefusedActs,
    ) -> None:
        self._organisation = organisation
        self._ledger = ledger
        self._store = store
        self._waker = waker
        self._hints = hints
        self._continuity = continuity
        self._refused = refused
        self._read_to: Mark | None = None
        self._setbacks = 0

    async def run(self) -> None:
        """Follow until cancelled; whoever follows next begins where this one ends."""
        try:
            async with asyncio.TaskGroup() as parts:
                parts.create_task(self._waker.run())
                parts.create_task(self._read())
                parts.create_task(self._save_checkpoints())
                parts.create_task(self._learn_debts())
        finally:
            await self._save_checkpoint()

    async def _read(self) -> None:
        async for _ in self._hints():
            try:
                await self._read_on(self._read_to or await self._begin())
            except LedgerUnavailable as error:
                log.warning("ledger away", reason=str(error))

    async def _read_on(self, read_to: Mark) -> None:
        head = await self._continuity.head(self._organisation)
        if self._continuity.setbacks(self._organisation) != self._setbacks:
            read_to = await self._begin_anew(head.position)
        while page := await self._ledger.read(self._organisation, read_to.position, PAGE):
            spans: dict[str, tuple[int, int]] = {}
            for event in page:
                if (file := file_of(event.stream)) and is_news(event):
                    first, _ = spans.get(file, (event.position, 0))
                    spans[file] = first, event.position
            for file in await self._refused.to_try_again(page):
                first, _ = spans.get(file, (page[-1].position, 0))
                spans[file] = first, page[-1].position
            for file, (first, last) in spans.items():
                self._waker.wake(self._organisation, file, first, last)
            read_to = self._read_to = Mark(page[-1].position, page[-1].hash)

    async def _begin(self) -> Mark:
        """Go on from the checkpoint, which the ledger must bear out."""
        self._setbacks = self._continuity.setbacks(self._organisation)
        mark = Mark(*await self._store.mark(self._organisation, NAME))
        await self._continuity.expect(self._organisation, mark)
        self._read_to = mark
        return mark

    async def _begin_anew(self, head: int) -> Mark:
        """The ledger went back: what was read and is owed rests on another history, so that all of it is read again."""
        count = self._continuity.setbacks(self._organisation)
        self._waker.forget(self._organisation)
        self._refused.forget()
        self._read_to = Mark(0)
        await self._store.rewind(self._organisation, NAME, head)
        self._setbacks = count
        return self._read_to

    async def _save_checkpoints(self) -> None:
        while True:
            await asyncio.sleep(SAVE_SECONDS)
            await self._save_checkpoint()

    async def _save_checkpoint(self) -> None:
        if (read_to := self._read_to) is None:
            return
        oldest = self._waker.oldest(self._organisation)
        settled = read_to if oldest is None or oldest > read_to.position else Mark(oldest - 1)
        try:
            await self._store.advance(self._organisation, NAME, settled.position, settled.hash)
        except LedgerUnavailable as error:
            log.warning("checkpoint not saved", reason=str(error))

    async def _learn_debts(self) -> None:
        while True:
            try:
                self._waker.remember(self._organisation, await self._store.owed(self._organisation))
            except LedgerUnavailable as error:
                log.warning("debts not read", reason=str(error))
            await asyncio.sleep(DEBTS_SECONDS)


def is_news(event: StoredEvent) -> bool:
    """Whether its file's workflow has to hear of it: not of what it has just recorded there itself.

    What the service recorded for one file may be news to another, and a message that arrived may let silence count.
    """
    body = json.loads(event.body)
    return body.get("actor") != SERVICE or body.get("type") not in _ITS_OWN
