"""Temporal's own server on PostgreSQL keeps what it was told through a kill."""

import subprocess
from pathlib import Path

from stack.temporal_on_postgres import TemporalOnPostgres
from tests.support.postgres import serve_postgres


def _temporal(server: TemporalOnPostgres, *arguments: str) -> str:
    command = [str(server.temporal), "workflow", *arguments, "--workflow-id", "cooperation:1"]
    done = subprocess.run(
        [*command, "--address", server.address, "--output", "json"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


async def test_a_workflow_survives_the_kill_of_its_server(tmp_path: Path) -> None:
    """Started, killed with SIGKILL, started again at the same address: it runs on; preparing twice is safe."""
    with serve_postgres(tmp_path) as postgres:
        log = tmp_path / "temporal.log"
        await TemporalOnPostgres.prepared(postgres.server, log)
        async with await TemporalOnPostgres.prepared(postgres.server, log) as server:
            _temporal(server, "start", "--type", "Any", "--task-queue", "nobody")
            await server.kill()
            await server.start()
            told = _temporal(server, "describe")

    assert "WORKFLOW_EXECUTION_STATUS_RUNNING" in told
