"""Processes that use Temporal end with the code they mean to end with: its threads may outlive the interpreter."""

import asyncio
import sys
from pathlib import Path

SHORT_PROCESS = """
import asyncio, sys
from temporalio.client import Client
from leaving import leave

async def main():
    client = await Client.connect(sys.argv[1])
    await client.count_workflows("WorkflowId = 'nobody'")
    print("counted")

asyncio.run(main())
leave(int(sys.argv[2]))
"""
AT_ONCE = 4


async def test_fifty_short_processes_each_end_with_their_code(temporal_server: str) -> None:
    """Not one is killed on its way out, and what it wrote is there."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(code: int) -> tuple[int | None, bytes]:
        async with gate:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", SHORT_PROCESS, temporal_server, str(code)),
                cwd=Path(__file__).parents[2],
                stdout=asyncio.subprocess.PIPE,
            )
            output, _ = await process.communicate()
            return process.returncode, output

    ended = await asyncio.gather(*(one(number % 4) for number in range(50)))
    assert ended == [(number % 4, b"counted\n") for number in range(50)]
