"""Two workers against one, on the same servers: how many files catch up in a second, and who needed the processors.

The servers run on the same machine. Where they need most of it, a second worker has nothing to work with; so
the share of the processors that the workers had is stated beside.
"""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

import psutil

from benchmarks.living import Town, settings_on, temporal_on, town, worker_process
from benchmarks.report import Row, stated
from benchmarks.server import bench_server
from domain.kernel.ledger import LedgerKind

FILES = 200
ROUNDS = 3
BAR = 1.5
WORKERS_NEED = 0.5
"""With less of the processors than this the servers are the limit, and not the workers."""


@dataclass(frozen=True)
class Pace:
    """Files that caught up in a second, and the share of all processors that the workers had."""

    per_second: float
    share: float


async def workers() -> Sequence[Row]:
    """One worker, then two."""
    one, two = await _pace(1), await _pace(2)
    ratio = two.per_second / one.per_second
    detail = (
        f"{one.per_second:.0f} and {two.per_second:.0f} files/s;"
        f" the workers had {one.share:.0%} and {two.share:.0%} of the processors, servers and others the rest"
    )
    if two.share < WORKERS_NEED:
        return (stated("files caught up per second, two workers / one, servers the limit", ratio, detail),)
    return (Row("files caught up per second, two workers / one", round(ratio, 3), BAR, ratio >= BAR, detail),)


async def _pace(number: int) -> Pace:
    """Have so many workers catch up with news in every file, a few times over."""
    async with (
        bench_server() as server,
        temporal_on(server) as address,
        town(settings_on(server), address, LedgerKind.REAL) as here,
        AsyncExitStack() as started,
    ):
        processes = [
            await started.enter_async_context(worker_process(settings_on(server), address))
            for _ in range(number)
        ]
        await here.open_files(FILES)
        await here.all_live()
        began, before = time.perf_counter(), _processor_seconds(processes)
        for _ in range(ROUNDS):
            await _news_in_every_file(here)
            await here.all_live()
        took = time.perf_counter() - began
        share = (_processor_seconds(processes) - before) / took / (psutil.cpu_count() or 1)
        return Pace(FILES * ROUNDS / took, share)


async def _news_in_every_file(here: Town) -> None:
    await asyncio.gather(
        *(here.do(type="RecordContact", cooperation=file, kind="phone") for file in here.files)
    )


def _processor_seconds(processes: Sequence[psutil.Process]) -> float:
    return sum(one.cpu_times().user + one.cpu_times().system for one in processes)
