"""A command from call to outcome, against the same job done by the ``eventsourcing`` package as its users would.

The job: on a file that has 100 events, record one more contact. Theirs: get the aggregate, trigger, save, on the
package's PostgreSQL recorder with its defaults. Ours: the one way in, with its checks of authority and rules.
"""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Sequence
from statistics import median

from benchmarks.command_rivals import FILES, Ours, Theirs
from benchmarks.paired import measure
from benchmarks.report import Row, at_least
from benchmarks.server import bench_server

THREADS = 16
AT_ONCE = 64

Job = Callable[[int], Awaitable[None]]


async def commands() -> Sequence[Row]:
    """One command after another on one file; then 64 files at once, in one process."""
    async with bench_server() as server:
        ours, theirs = await Ours.prepare(server), await Theirs.prepare(server)
        alone = await measure(
            {"ours": _latency(ours.record), "theirs": _latency(theirs.record)}, between=server.settle
        )
        together = await measure(
            {
                "ours": _rate(ours.record, AT_ONCE),
                "theirs": _rate(theirs.record, THREADS),
            },
            between=server.settle,
        )
        ours.close()
        theirs.close()
    return (
        at_least(
            "command on a file with 100 events, p50: eventsourcing / ours",
            2.0,
            alone.ratio("theirs", "ours"),
            f"{alone.figure('ours') * 1e3:.2f} / {alone.figure('theirs') * 1e3:.2f} ms",
        ),
        at_least(
            "commands/s, 64 files at once / eventsourcing, 16 threads",
            4.0,
            together.ratio("ours", "theirs"),
            f"{together.figure('ours'):,.0f} / {together.figure('theirs'):,.0f} commands/s",
        ),
    )


def _latency(job: Job) -> Callable[[float], Awaitable[float]]:
    """The median time of one command, on one file after the other so that none grows long."""
    files = itertools.cycle(range(FILES))

    async def run(seconds: float) -> float:
        took = []
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            began = time.perf_counter()
            await job(next(files))
            took.append(time.perf_counter() - began)
        return median(took)

    return run


def _rate(job: Job, at_once: int) -> Callable[[float], Awaitable[float]]:
    """Commands per second with so many callers, each on its own files in turn."""

    async def run(seconds: float) -> float:
        began = time.perf_counter()

        async def call(caller: int) -> int:
            done = 0
            while time.perf_counter() - began < seconds:
                await job((caller + done * at_once) % FILES)
                done += 1
            return done

        counts = await asyncio.gather(*map(call, range(at_once)))
        return sum(counts) / (time.perf_counter() - began)

    return run
