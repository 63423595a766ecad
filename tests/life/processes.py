"""A worker and a Temporal of their own, as processes that can be killed, and looked into through Temporal."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from temporalio.api.sdk.v1 import WorkflowMetadata
from temporalio.client import Client

from bootstrap_temporal import connect_temporal
from config import Settings
from domain.kernel.ids import workflow_id
from tests.life.house import House


@contextmanager
def worker_process(settings: Settings, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker as operators run it; killed when the block ends, if it has not been before."""
    environment = {**os.environ, **settings.as_environment()}
    with (
        log.open("ab") as output,
        subprocess.Popen(
            [sys.executable, "-m", "worker"], env=environment, stdout=output, stderr=output
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


async def details_of(settings: Settings, house: House, file: str) -> str:
    """What Temporal's own pages say of a file's workflow."""
    client: Client = await connect_temporal(settings)
    handle = client.get_workflow_handle(workflow_id(house.organisation, file))
    query = "__temporal_workflow_metadata"
    answer: WorkflowMetadata = await handle.query(query, result_type=WorkflowMetadata)
    return answer.current_details


async def seen_by_workflow(settings: Settings, house: House, file: str) -> int:
    """The position of the ledger that the file's workflow last took stock of."""
    found = re.search(r"ledger: (\d+)", await details_of(settings, house, file))
    return int(found.group(1)) if found else 0
