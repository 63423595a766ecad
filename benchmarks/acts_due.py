"""A thousand files whose act falls due at the same instant: each is done once, none is refused, within a minute.

Their letters are written, and stay in the outbox: sending them is measured elsewhere.
"""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

from benchmarks.command_rivals import OPENING, ORGANISATION
from benchmarks.living import AT_ONCE, Observed, Town, settings_on, temporal_on, town
from benchmarks.report import Row, stated
from benchmarks.server import QUERIES, bench_server
from bootstrap_temporal import sender_of, temporal_parts
from domain.kernel.ledger import LedgerKind

FILES = 1_000
BAR_SECONDS = 60.0

_NAMED = {"fr": "Mesure", "en": "Measure"}
_RULES: dict[str, Any] = {
    "programme": "mesure",
    "version": 1,
    "name": _NAMED,
    "source": "Made for a benchmark.",
    "phases": {
        "exploration": {
            "name": _NAMED,
            "course": [
                {
                    "act": "evaluate",
                    "name": _NAMED,
                    "does": "ask-for",
                    "what": "evaluation",
                    "when": {"after": "cadence", "every": "P6M"},
                    "within": "P1M",
                    "ladder": "reminding",
                }
            ],
        }
    },
    "ladders": {"reminding": [{"rung": "due", "offset": "P0D", "to": "managers"}]},
    "evaluation": {"items": {"together": _NAMED}},
    "settles_abandonment": ["board"],
    "waives": ["board"],
}


async def acts_due() -> Sequence[Row]:
    """Seconds from the instant at which all of them are due until the last is recorded."""
    async with (
        bench_server() as server,
        temporal_on(server) as address,
        town(settings_on(server), address, LedgerKind.SIMULATION) as here,
    ):
        await here.do(type="PublishRulebook", rulebook=_RULES)
        await _open(here)
        took, refused = await _pass_the_instant(here)
    return (
        Row(f"{FILES} acts due at once, seconds", round(took, 1), BAR_SECONDS, took <= BAR_SECONDS),
        stated(f"{FILES} acts due at once, refused", refused),
    )


async def _open(here: Town) -> None:
    files = [f"file-{number}" for number in range(FILES)]
    opening = {**OPENING, "programme": "mesure", "managers": [here.manager]}
    for start in range(0, FILES, AT_ONCE):
        await asyncio.gather(*(here.do(**opening, cooperation=one) for one in files[start : start + AT_ONCE]))


async def _pass_the_instant(here: Town) -> tuple[float, int]:
    """Have the worker's parts take the clock past six months; seconds until all is recorded, and what was refused."""
    service, lifecycles = here.service, Observed(here.client)
    parts = temporal_parts(service, here.client, sender_of(service), lifecycles)
    await parts.prepare()
    async with parts.worker():
        once = [run() for run in (await parts.parts_of(ORGANISATION)).values()]
        tasks = [asyncio.create_task(part) for part in (service.listener.run(), *once)]
        await here.all_live()
        setting = await service.clock_store.read(ORGANISATION)
        if setting is None:
            raise RuntimeError("not a simulation")
        began = time.perf_counter()
        await service.clock_store.aim(ORGANISATION, setting.now + timedelta(days=190))
        while await _count(here, "acts_performed") < FILES:  # noqa: ASYNC110 - in a database
            await asyncio.sleep(0.1)
        took, refused = time.perf_counter() - began, await _count(here, "refused")
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    return took, refused


async def _count(here: Town, query: str) -> int:
    async with here.service.pool.acquire() as connection:
        return int(await connection.fetchval(QUERIES[query]))
