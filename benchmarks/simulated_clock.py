"""The simulated clock over two years of a hundred cooperations: every reminder rendered, caught and reported."""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from aiosmtpd.controller import Controller

from benchmarks.command_rivals import ORGANISATION
from benchmarks.living import Observed, Town, settings_on, temporal_on, town
from benchmarks.report import Row, stated
from benchmarks.server import bench_server
from bootstrap_temporal import POLL_SECONDS, runner_of, sender_of, temporal_parts
from domain.kernel.ledger import LedgerKind
from stack.catcher import Catcher
from stack.ports import LOOPBACK, chosen_port

FILES = 100
SPAN = timedelta(days=730)


async def simulated_clock() -> Sequence[Row]:
    """Wall time, and wakes per second of it."""
    with tempfile.TemporaryDirectory() as mail:
        catcher = Controller(Catcher(Path(mail) / "mail"), hostname=LOOPBACK, port=chosen_port(0))
        catcher.start()
        try:
            async with (
                bench_server() as server,
                temporal_on(server) as address,
                town(settings_on(server, catcher.port), address, LedgerKind.SIMULATION) as here,
            ):
                await here.open_files(FILES)
                took, wakes = await _advance(here)
                counts = await here.service.outbox.counts(ORGANISATION)
        finally:
            catcher.stop()
    detail = f"{counts.get('sent', 0)} reminders sent, {wakes} wakes"
    return (
        stated(f"simulated clock, 2 years of {FILES} cooperations, seconds", took, detail),
        stated(f"simulated clock, 2 years of {FILES} cooperations, wakes/s", wakes / took),
    )


async def _advance(here: Town) -> tuple[float, int]:
    """Have all of a worker's parts take the clock two years on; seconds, and wakes that it took."""
    service, lifecycles, stop = here.service, Observed(here.client), asyncio.Event()
    sender, runner = sender_of(service), runner_of(service)
    parts = temporal_parts(service, here.client, sender, lifecycles)
    looks = service.listener.looks(POLL_SECONDS)
    async with parts.worker():
        once = [run() for run in (await parts.parts_of(ORGANISATION)).values()]
        others = (service.listener.run(), sender.run(stop), runner.run(stop, looks), *once)
        tasks = [asyncio.create_task(part) for part in others]
        await _caught_up(here)
        setting = await service.clock_store.read(ORGANISATION)
        if setting is None:
            raise RuntimeError("not a simulation")
        before, began = lifecycles.wakes, time.perf_counter()
        await service.clock_store.aim(ORGANISATION, target := setting.now + SPAN)
        while await service.clock.now(ORGANISATION) < target:  # noqa: ASYNC110 - in a database
            await asyncio.sleep(0.05)
        took = time.perf_counter() - began
        stop.set()
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    return took, lifecycles.wakes - before


async def _caught_up(here: Town) -> None:
    """Wait until every file has its workflow."""
    store, head = here.service.follower_store, await here.service.ledger.head(ORGANISATION)
    while await store.checkpoint(ORGANISATION, "follower") < head.position:  # noqa: ASYNC110 - in a database
        await asyncio.sleep(0.1)
