"""Append against the least that PostgreSQL can do: a raw INSERT of the same bytes."""

from collections.abc import Sequence

import asyncpg

from benchmarks.append_writers import LedgerWriters, RawWriters
from benchmarks.paired import measure
from benchmarks.report import Row, at_least
from benchmarks.server import QUERIES, bench_server

PAIRS = {
    "append: 1 writer / raw INSERT, 1 connection": ("ledger 1", "raw 1", 0.5),
    "append: 16 writers / raw INSERT, 16 connections": ("ledger 16", "raw 16", 1.0),
    "append: 256 waiting / raw INSERT, 16 connections": ("ledger 256", "raw 16", 2.0),
}


async def append_raw() -> Sequence[Row]:
    """Three crowds of writers against one and sixteen raw ones."""
    async with bench_server() as server:
        owner = await asyncpg.connect(server.owner_dsn)
        await owner.execute(QUERIES["raw_table"])
        await owner.close()
        raws = {writers: await RawWriters.connect(server, writers) for writers in (1, 16)}
        rivals = {f"raw {writers}": raw.run for writers, raw in raws.items()}
        for writers in (1, 16, 256):
            rivals[f"ledger {writers}"] = (await LedgerWriters.found(server, writers)).run
        rounds = await measure(rivals)
        for raw in raws.values():
            await raw.close()
    return [
        at_least(
            name,
            bar,
            rounds.ratio(ours, other),
            f"{rounds.figure(ours):,.0f} / {rounds.figure(other):,.0f} events/s",
        )
        for name, (ours, other, bar) in PAIRS.items()
    ]
