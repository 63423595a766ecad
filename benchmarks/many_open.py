"""What 20 000 open cooperations cost, against 100: catching up, and the worker's memory.

The wakes go to twenty files in both: on a given day few of many are worked on. What it costs to
wake one that nobody has touched for long, and that the worker has to replay first, is stated beside.
"""

import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median

import psutil

from benchmarks.command_rivals import ORGANISATION
from benchmarks.living import QUEUE, Town, settings_on, temporal_on, town, worker_process
from benchmarks.paired import Rival, measure
from benchmarks.report import Row, at_most, stated
from benchmarks.server import bench_server
from domain.kernel.ledger import LedgerKind
from workflows.lifecycles import TemporalLifecycles

FEW, MANY, BUSY = 100, 20_000, 20


@dataclass(frozen=True)
class Settled:
    """An organisation whose files all have their workflow, and the one worker that serves them."""

    town: Town
    worker: psutil.Process

    def woken(self, files: Sequence[str]) -> Rival:
        """Wake files at random for some seconds: the median time of a wake."""
        lifecycles = TemporalLifecycles(self.town.client, QUEUE)

        async def run(seconds: float) -> float:
            position = (await self.town.service.ledger.head(ORGANISATION)).position
            until = time.perf_counter() + seconds
            took = []
            while time.perf_counter() < until:
                file = random.choice(files)  # noqa: S311 - any file
                began = time.perf_counter()
                await lifecycles.catch_up(ORGANISATION, file, position)
                took.append(time.perf_counter() - began)
            return median(took)

        return run

    @property
    def mebibytes(self) -> float:
        """The worker's memory."""
        return float(self.worker.memory_info().rss / 2**20)


async def many_open() -> Sequence[Row]:
    """Two of everything, one with few files and one with many, measured in turn."""
    async with _settled(FEW) as few, _settled(MANY) as many:
        busy = {"few": few.woken(few.town.files[:BUSY]), "many": many.woken(many.town.files[:BUSY])}
        rounds = await measure(busy)
        little, much = few.mebibytes, many.mebibytes
        cold = await measure({"cold": many.woken(many.town.files[BUSY:])}, rounds=3)
    return (
        at_most(
            "catch-up p50 with 20 000 open / with 100",
            1.2,
            rounds.ratio("many", "few"),
            f"{rounds.figure('many') * 1e3:.1f} / {rounds.figure('few') * 1e3:.1f} ms",
        ),
        Row(
            "worker memory with 20 000 open / with 100",
            round(much / little, 3),
            1.5,
            much / little <= 1.5,  # noqa: PLR2004 - the bar
            f"{much:.0f} / {little:.0f} MiB",
        ),
        stated("catch-up p50 of files long untouched, 20 000 open, ms", cold.figure("cold") * 1e3),
    )


@asynccontextmanager
async def _settled(number: int) -> AsyncIterator[Settled]:
    """An organisation with so many files, on servers and with a worker of its own."""
    async with (
        bench_server() as server,
        temporal_on(server) as address,
        town(settings_on(server), address, LedgerKind.REAL) as here,
        worker_process(settings_on(server), address) as worker,
    ):
        await here.open_files(number)
        await here.all_live()
        yield Settled(here, worker)
