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
from projections.partition import Folded, Share, fold_share

FROM_EVENTS = 20_000
"""Below, starting processes takes longer than folding."""


@dataclass(frozen=True, slots=True)
class Helpers:
    """Processes of their own that connect to ``dsn``. ``rulebooks`` must survive pickling."""

    dsn: str
    rulebooks: Rulebooks
    processes: int = os.cpu_count() or 1
    from_events: int = FROM_EVENTS

    async def fold(self, shares: Sequence[Share]) -> AsyncIterator[Folded]:
        """Fold shares side by side; each as it is done."""
        loop = asyncio.get_running_loop()
        pool = ProcessPoolExecutor(self.processes, multiprocessing.get_context("spawn"), initializer=_begin)
        try:
            work = [
                loop.run_in_executor(pool, _fold_here, self.dsn, self.rulebooks, share) for share in shares
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


def _fold_here(dsn: str, rulebooks: Rulebooks, share: Share) -> Folded:
    return asyncio.run(_fold(dsn, rulebooks, share))


async def _fold(dsn: str, rulebooks: Rulebooks, share: Share) -> Folded:
    pool = await open_pool(dsn, size=1)
    try:
        return await fold_share(pool, rulebooks, READ_MODELS, share)
    finally:
        await pool.close()
