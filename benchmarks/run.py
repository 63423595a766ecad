"""``python -m benchmarks.run [name ...]``: measure, show, and write ``benchmarks/results.json``."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence

from rich.console import Console

from benchmarks.acts_due import acts_due
from benchmarks.append_eventsourcing import append_eventsourcing
from benchmarks.append_raw import append_raw
from benchmarks.catch_up import catch_up
from benchmarks.commands import commands
from benchmarks.decisions import decisions
from benchmarks.gates import gates
from benchmarks.lists import lists
from benchmarks.many_open import many_open
from benchmarks.pages import pages
from benchmarks.rebuild import rebuild_read_models
from benchmarks.rehearsal import rehearsal
from benchmarks.report import Row, publish
from benchmarks.reviews import reviews
from benchmarks.sheets import sheets
from benchmarks.simulated_clock import simulated_clock
from benchmarks.sweep import sweeping
from benchmarks.what_if import what_if
from benchmarks.workers import workers

BENCHMARKS: tuple[Callable[[], Awaitable[Sequence[Row]]], ...] = (
    append_raw,
    append_eventsourcing,
    commands,
    decisions,
    rebuild_read_models,
    lists,
    pages,
    sheets,
    catch_up,
    acts_due,
    many_open,
    sweeping,
    workers,
    simulated_clock,
    gates,
    what_if,
    rehearsal,
    reviews,
)


def main(names: Sequence[str]) -> int:
    """Run the benchmarks named, or all; 2 if a name is unknown."""
    known = {benchmark.__name__: benchmark for benchmark in BENCHMARKS}
    if unknown := set(names) - set(known):
        Console(stderr=True).print(f"unknown: {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
        return 2
    for name in names or known:
        publish(asyncio.run(_collect(known[name])))
    return 0


async def _collect(benchmark: Callable[[], Awaitable[Sequence[Row]]]) -> Sequence[Row]:
    return await benchmark()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
