"""Processes that help with a large rebuild: folding is bound by one processor, and there are several."""

import asyncio
import gc
import multiprocessing
import os
import threading
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from eventstore.pool import open_pool
from projections.catalogue import READ_MODELS
from projections.model import Rulebooks
from projections.partition import Folded, Partition, fold_partition

FROM_EVENTS = 20_000
"""Below, starting processes takes longer than folding."""


@dataclass(frozen=True, slots=True)
class RebuildProcesses:
    """Processes of their own that connect to ``dsn``. ``rulebooks`` must survive pickling."""

    dsn: str
    rulebooks: Rulebooks
    processes: int = os.cpu_count() or 1
    from_events: int = FROM_EVENTS

    async def fold(self, partitions: Sequence[Partition]) -> AsyncIterator[Folded]:
        """Fold shares side by side; each as it is done."""
        loop = asyncio.get_running_loop()
        pool = ProcessPoolExecutor(self.processes, multiprocessing.get_context("spawn"), initializer=_begin)
        try:
            work = [
                loop.run_in_executor(pool, _fold_here, self.dsn, self.rulebooks, partition)
                for partition in partitions
            ]
            for done in asyncio.as_completed(work):
                yield await done
        finally:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Collect no cycles, which batches do not have; and never outlive the rebuild, even if it is killed."""
    gc.disable()
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _fold_here(dsn: str, rulebooks: Rulebooks, partition: Partition) -> Folded:
    return asyncio.run(_fold(dsn, rulebooks, partition))


async def _fold(dsn: str, rulebooks: Rulebooks, partition: Partition) -> Folded:
    pool = await open_pool(dsn, size=1)
    try:
        return await fold_partition(pool, rulebooks, READ_MODELS, partition)
    finally:
        await pool.close()
