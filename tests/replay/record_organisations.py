"""Record what the workflows of organisations do: ``python -m tests.replay.record_organisations 0.2``.

As with those of files: once for each released shape, and histories that exist are not written again.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from temporalio.client import Client, WorkflowHandle
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.worker import Worker

from activities.organisation_activities import OrganisationActivities, Whose
from application.lives.parts import Endless
from application.lives.sweep import Mended
from domain.kernel.ledger import UnknownOrganisation
from tests.replay.record import without_this_machine
from tests.support.temporal import serve_temporal
from tests.support.waiting import wait_until
from workflows.hosting import organisation_worker
from workflows.organisation import OrganisationWorkflow, SweepWorkflow

FOLDER = Path(__file__).with_name("organisations")
QUEUE = "recording"


async def _parts(organisation: str) -> Mapping[str, Endless]:
    """For whoever has a ledger: to wait."""
    if organisation == "unknown":
        raise UnknownOrganisation
    return {"waiting": _wait}


async def _wait() -> None:
    await asyncio.Event().wait()


async def _sweep(organisation: str) -> Mended:
    """Nothing found."""
    if organisation == "unknown":
        raise UnknownOrganisation
    return Mended(organisation, 7, open=2, in_step=2)


async def record(address: str, release: str) -> None:
    """Work for an organisation and sweep it; do both for one without a ledger."""
    client = await Client.connect(address, data_converter=pydantic_data_converter)
    workflows = Worker(client, task_queue=QUEUE, workflows=[OrganisationWorkflow, SweepWorkflow])
    async with workflows, organisation_worker(client, QUEUE, OrganisationActivities(_parts, _sweep)):
        for organisation in ("known", "unknown"):
            whose = Whose(organisation=organisation)
            swept = await client.start_workflow(
                SweepWorkflow.run, whose, id=f"s-{organisation}", task_queue=QUEUE
            )
            await swept.result()
            await _keep(swept, f"{release}-sweep-{organisation}")
            worked = await client.start_workflow(
                OrganisationWorkflow.run, whose, id=f"o-{organisation}", task_queue=QUEUE
            )
            if organisation == "unknown":
                await worked.result()
            else:
                await wait_until(lambda: _works(worked), "works")  # noqa: B023 - awaited at once
            await _keep(worked, f"{release}-work-{organisation}")
            if organisation == "known":
                await worked.terminate()


async def _works(handle: WorkflowHandle[OrganisationWorkflow, None]) -> bool:
    return bool((await handle.describe()).raw_description.pending_activities)


async def _keep(handle: WorkflowHandle[Any, Any], name: str) -> None:
    path = FOLDER / f"{name}.json"
    history = json.loads((await handle.fetch_history()).to_json())
    if not path.exists():
        told = without_this_machine(history)
        path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, serve_temporal(Path(folder)) as (server, _):
        asyncio.run(record(server.address, sys.argv[1]))
