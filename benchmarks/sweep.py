"""The daily sweep over 20 000 open files whose workflows know all that is recorded of them."""

import asyncio
import time
from collections.abc import Sequence

from temporalio.client import Client
from temporalio.common import SearchAttributeKey, SearchAttributePair, TypedSearchAttributes

from application.files import Files
from application.lives.sweep import sweep
from benchmarks.command_rivals import ORGANISATION
from benchmarks.living import QUEUE, Town, settings_on, temporal_on, town
from benchmarks.report import Row
from benchmarks.server import bench_server
from domain.kernel.ids import workflow_id
from domain.kernel.ledger import LedgerKind
from search_attributes import SEEN
from workflows.lifecycles import TemporalLifecycles
from workflows.run import CooperationRun

FILES, AT_ONCE, BAR = 20_000, 50, 30
SETTLING_SECONDS = 5.0
"""Temporal's list follows within so long."""


async def sweeping() -> Sequence[Row]:
    """Nobody is woken, and no event is read to learn that."""
    async with (
        bench_server() as server,
        temporal_on(server) as address,
        town(settings_on(server), address, LedgerKind.REAL) as here,
    ):
        await here.open_files(FILES)
        await _begin_lives(here)
        await asyncio.sleep(SETTLING_SECONDS)
        service = here.service
        files = Files(service.ledger, service.rulebooks, kept=1)
        lifecycles = TemporalLifecycles(here.client, QUEUE)
        began = time.perf_counter()
        swept = await sweep(service.ledger, files, lifecycles, service.follower_store, ORGANISATION)
        took = time.perf_counter() - began
    left_alone = swept.in_step == FILES and not swept.woken and not swept.started
    detail = f"{swept.in_step} in step, {len(swept.woken)} woken, {len(swept.started)} started"
    return (
        Row(
            f"sweep of {FILES} files in step, seconds", round(took, 3), BAR, took < BAR and left_alone, detail
        ),
    )


async def _begin_lives(here: Town) -> None:
    """Workflows that show all that is recorded; no worker lives them, which the sweep cannot know."""
    head = await here.service.ledger.head(ORGANISATION)
    seen = SearchAttributePair(SearchAttributeKey.for_int(SEEN), head.position)
    for start in range(0, len(here.files), AT_ONCE):
        page = here.files[start : start + AT_ONCE]
        await asyncio.gather(
            *(_begin_life(here.client, file, TypedSearchAttributes([seen])) for file in page)
        )


async def _begin_life(client: Client, file: str, shown: TypedSearchAttributes) -> None:
    await client.start_workflow(
        "Cooperation",
        CooperationRun(organisation=ORGANISATION, cooperation=file),
        id=workflow_id(ORGANISATION, file),
        task_queue=QUEUE,
        search_attributes=shown,
    )
