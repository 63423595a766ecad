"""`escale release`: which builds of the workers there are, and with which one lives go on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

from temporalio.client import Client
from temporalio.worker import Worker

from stack.ports import chosen_port
from tests.cli.house import House, Result
from tests.telemetry.ailing import AilingWorkflow
from workflows.releases import versioned


@asynccontextmanager
async def _worker(address: str, queue: str, build: str) -> AsyncIterator[None]:
    """A worker of a build, whatever it does."""
    client = await Client.connect(address)
    async with Worker(
        client, task_queue=queue, workflows=[AilingWorkflow], deployment_config=versioned(queue, build)
    ):
        yield


def test_a_build_that_a_worker_was_started_with_is_released(empty_house: House, temporal_server: str) -> None:
    """It waits, then it is current; people read the same as programs."""
    queue = f"release-{uuid4().hex[:8]}"
    where = {"TEMPORAL_ADDRESS": temporal_server, "ESCALE_TASK_QUEUE": queue}

    async def until(command: Callable[[], Result], code: int, answer: Any) -> None:
        for _ in range(100):
            done = await asyncio.to_thread(command)
            if (done.code, done.json) == (code, answer):
                return
        raise AssertionError(done)

    async def scene() -> Result:
        async with _worker(temporal_server, queue, "2026-11"):
            shown = [{"build": "2026-11", "state": "waiting"}]
            await until(lambda: empty_house.run("release", "--json", **where), 0, shown)
            shown = [{"build": "2026-11", "state": "current"}]
            await until(lambda: empty_house.run("release", "2026-11", "--json", **where), 0, shown)
            return await asyncio.to_thread(empty_house.run, "release", **where)

    people = asyncio.run(scene())
    assert people.code == 0
    assert [word for word in people.out.split() if "─" not in word] == [
        "version",
        "état",
        "2026-11",
        "courante",
    ]


def test_what_no_worker_was_started_with_is_refused(empty_house: House, temporal_server: str) -> None:
    """Exit code 1, and what to do first; without any build that is said."""
    where = {"TEMPORAL_ADDRESS": temporal_server, "ESCALE_TASK_QUEUE": f"release-{uuid4().hex[:8]}"}
    refused = empty_house.run("release", "3", "--json", **where)
    assert (refused.code, refused.json["refusal"]["code"]) == (1, "not-released")
    none = empty_house.run("release", **where)
    assert (none.code, none.out) == (0, "")
    assert "ESCALE_BUILD" in none.err


def test_without_temporal_nobody_can_tell(empty_house: House) -> None:
    """Exit code 3."""
    away = empty_house.run("release", TEMPORAL_ADDRESS=f"127.0.0.1:{chosen_port(0)}")
    assert away.code == 3
