"""Record the histories of the present release: ``python -m tests.replay.record 0.1``.

Run it once for each released shape of the workflows, then keep the files for ever: lives begun under them go on
for years. Histories that exist are not written again.
"""

import asyncio
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.replay.scenarios import SCENARIOS, a_file
from tests.support.temporal import serve_temporal
from tests.workflows.world import World, world

_PROCESS = re.compile(r"\d+@\S+")
"""How a worker names itself, also in the name of its sticky queue."""
FOLDER = Path(__file__).with_name("histories")


async def record(address: str, release: str) -> None:
    """Live every scenario and keep the history of its first run, and of its last."""
    for name, (scenario, turnover) in SCENARIOS.items():
        async with world(address, a_file(name), turnover) as here:
            await here.catch_up(0)
            first = await here.run_id()
            await scenario(here)
            await keep(here, f"{release}-{name}", first)


async def keep(here: World, name: str, run_id: str | None) -> None:
    """Write one run's history, unless it is there."""
    path = FOLDER / f"{name}.json"
    history = await here.client.get_workflow_handle(here.handle.id, run_id=run_id).fetch_history()
    if not path.exists():
        told = without_this_machine(json.loads(history.to_json()))
        path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")


def without_this_machine(node: Any) -> Any:
    """Leave out who recorded it and where: a replay needs neither."""
    if isinstance(node, list):
        return [without_this_machine(each) for each in node]
    if isinstance(node, dict):
        return {
            key: without_this_machine(value)
            for key, value in node.items()
            if key not in {"identity", "stackTrace"}
        }
    return "worker" if isinstance(node, str) and _PROCESS.fullmatch(node) else node


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, serve_temporal(Path(folder)) as (server, _):
        asyncio.run(record(server.address, sys.argv[1]))
