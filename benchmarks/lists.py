"""A page of 10 000 cooperations and its counts, for who reads one region, against all of them, read and left out."""

import time
from collections.abc import Awaitable, Callable, Sequence
from statistics import median

import asyncpg

from benchmarks.command_rivals import ORGANISATION
from benchmarks.paired import Rival, measure
from benchmarks.report import Row, at_most
from benchmarks.server import QUERIES, bench_server
from domain.registry.reading_scope import EVERYWHERE, ReadingScope, Regions
from eventstore.pool import open_pool
from projections.pages import every_row
from projections.portfolio_pages import PortfolioFilter
from projections.read import ReadModels

FILES = 10_000
BAR = 0.1
ALL, ONE_REGION = ReadingScope(in_full=EVERYWHERE), ReadingScope(in_full=Regions(frozenset({"region-7"})))
_WHERE = PortfolioFilter(phase="phase-1", status="active", open=True)


async def lists() -> Sequence[Row]:
    """The two in turn, on the same rows."""
    async with bench_server() as server:
        await _fill(server.owner_dsn)
        pool = await open_pool(server.service_dsn)
        models = ReadModels(pool)

        async def page() -> None:
            await models.portfolio(ORGANISATION, ONE_REGION, _WHERE)
            await models.portfolio_counts(ORGANISATION, ONE_REGION, _WHERE)

        async def everything() -> None:
            rows = every_row(models.portfolio, ORGANISATION, ALL, PortfolioFilter())
            [one async for one in rows if one.region in ONE_REGION.in_full and one.phase == _WHERE.phase]

        rounds = await measure({"page": _time(page), "all": _time(everything)}, rounds=5)
        pool.terminate()
    figures = f"{rounds.figure('page') * 1e3:.1f} / {rounds.figure('all') * 1e3:.0f} ms"
    name = "a page of 10 000 cooperations and its counts, one region / all of them, read and left out"
    return [at_most(name, BAR, rounds.ratio("page", "all"), figures)]


def _time(work: Callable[[], Awaitable[None]]) -> Rival:
    """Do it again and again for some seconds: the median time of once."""

    async def run(seconds: float) -> float:
        until = time.perf_counter() + seconds
        took: list[float] = []
        while not took or time.perf_counter() < until:
            began = time.perf_counter()
            await work()
            took.append(time.perf_counter() - began)
        return median(took)

    return run


async def _fill(owner_dsn: str) -> None:
    owner = await asyncpg.connect(owner_dsn)
    await owner.execute(QUERIES["fill_portfolio"], ORGANISATION, FILES)
    await owner.execute(QUERIES["look_at_portfolio"])
    await owner.close()
