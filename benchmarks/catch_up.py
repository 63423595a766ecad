"""From a command's outcome until the file's workflow has caught up, against an empty update on the same server."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from statistics import median

from temporalio.worker import Worker

from benchmarks.command_rivals import ORGANISATION
from benchmarks.empty_workflow import EmptyWorkflow
from benchmarks.living import Observed, Town, settings_on, temporal_on, town
from benchmarks.paired import measure
from benchmarks.report import Row, at_most
from benchmarks.server import bench_server
from bootstrap_temporal import sender_of, temporal_parts
from domain.kernel.ledger import LedgerKind

FILES = 20
EMPTY_QUEUE = "bench-empty"


async def catch_up() -> Sequence[Row]:
    """One command after another, each awaited until its workflow has caught up."""
    async with (
        bench_server() as server,
        temporal_on(server) as address,
        town(settings_on(server), address, LedgerKind.REAL) as here,
        _worked_for(here) as lifecycles,
    ):
        files = itertools.cycle(await here.open_files(FILES))
        start = partial(here.client.start_workflow, EmptyWorkflow.run, task_queue=EMPTY_QUEUE)
        empty = itertools.cycle([await start(id=f"empty-{number}") for number in range(FILES)])

        async def ours() -> float:
            file = next(files)
            answer = await here.do(type="RecordContact", cooperation=file, kind="phone")
            began = time.perf_counter()
            await lifecycles.caught_up(file, answer.position or 0)
            return time.perf_counter() - began

        async def nothing() -> float:
            began = time.perf_counter()
            await next(empty).execute_update(EmptyWorkflow.nothing)
            return time.perf_counter() - began

        rounds = await measure({"ours": _p50(ours), "empty": _p50(nothing)})
    return (
        at_most(
            "outcome to workflow caught up, p50 / empty update",
            2.0,
            rounds.ratio("ours", "empty"),
            f"{rounds.figure('ours') * 1e3:.1f} / {rounds.figure('empty') * 1e3:.1f} ms",
        ),
    )


def _p50(once: Callable[[], Awaitable[float]]) -> Callable[[float], Awaitable[float]]:
    async def run(seconds: float) -> float:
        until = time.perf_counter() + seconds
        took = []
        while time.perf_counter() < until:
            took.append(await once())
        return median(took)

    return run


@asynccontextmanager
async def _worked_for(here: Town) -> AsyncIterator[Observed]:
    """A worker for cooperations and empty workflows, and a follower, in this process."""
    lifecycles = Observed(here.client)
    parts = temporal_parts(here.service, here.client, sender_of(here.service), lifecycles)
    empty = Worker(here.client, task_queue=EMPTY_QUEUE, workflows=[EmptyWorkflow])
    looking = asyncio.create_task(here.service.listener.run())
    async with parts.worker(), empty:
        follower = asyncio.create_task((await parts.parts_of(ORGANISATION))["follower"]())
        yield lifecycles
        for task in (follower, looking):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
