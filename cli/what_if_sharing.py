"""Replaying many files: this process and others beside it, for folding is bound by one processor each."""

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from application.what_if import FILES_AT_ONCE, Found, Question, people_then, replay_files
from bootstrap import open_ledger
from config import Settings
from domain.ledger import Ledger
from projections.helpers import begin

FROM_FILES = 1_000
"""Below, another process would start only to find everything done."""
SHARE = 4 * FILES_AT_ONCE
"""Files that another process takes at a time."""
_AHEAD = 2
"""Shares that it has at hand, so that it never waits until this process looks up."""

Replay = Callable[[Sequence[str]], Awaitable[Found]]


@dataclass(frozen=True, slots=True)
class _Hand:
    """Somebody who replays, some files at a time."""

    replay: Replay
    files: int

    async def take(self, todo: deque[str]) -> tuple[int, Found]:
        """Replay the next files; how many they were, and what they had."""
        some = [todo.popleft() for _ in range(min(self.files, len(todo)))]
        return len(some), await self.replay(some) if some else Found()


async def replay_all(
    ledger: Ledger, settings: Settings, question: Question, streams: Sequence[str]
) -> AsyncIterator[tuple[int, Found]]:
    """How many files were just replayed, and what they had, until all are. Raises LedgerUnavailable."""
    todo = deque(streams)
    people = await people_then(ledger, question.organisation)
    hands = [_Hand(partial(replay_files, ledger, question, people), FILES_AT_ONCE)]
    with _helpers(len(streams)) as (pool, count):
        hands += [_Hand(partial(_there, pool, settings, question), SHARE)] * count * _AHEAD
        working = {asyncio.ensure_future(hand.take(todo)): hand for hand in hands}
        try:
            while working:
                done, _ = await asyncio.wait(working, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    hand = working.pop(task)
                    if todo:
                        working[asyncio.ensure_future(hand.take(todo))] = hand
                    yield task.result()
        finally:
            for task in working:
                task.cancel()


@contextmanager
def _helpers(files: int) -> Iterator[tuple[ProcessPoolExecutor | None, int]]:
    """Other processes, where there are processors for them and enough to do; they end with the block."""
    count = (os.cpu_count() or 1) - 1 if files >= FROM_FILES else 0
    if not count:
        yield None, 0
        return
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=begin)
    try:
        yield pool, count
    finally:
        pool.shutdown(cancel_futures=True)


async def _there(
    pool: ProcessPoolExecutor | None, settings: Settings, question: Question, streams: Sequence[str]
) -> Found:
    return await asyncio.get_running_loop().run_in_executor(pool, _share, settings, question, streams)


def _share(settings: Settings, question: Question, streams: Sequence[str]) -> Found:
    return asyncio.run(_replay_share(settings, question, streams))


async def _replay_share(settings: Settings, question: Question, streams: Sequence[str]) -> Found:
    found = Found()
    async with open_ledger(settings) as ledger:
        people = await people_then(ledger, question.organisation)
        for first in range(0, len(streams), FILES_AT_ONCE):
            found += await replay_files(ledger, question, people, streams[first : first + FILES_AT_ONCE])
    return found
