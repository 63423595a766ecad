"""A real Temporal development server for tests."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stack.ports import chosen_port
from stack.temporal import TemporalServer
from stack.temporal_cli import obtain_temporal
from tests.support.waiting import run_apart, wait_until


@contextmanager
def serve_temporal(directory: Path, port: int = 0) -> Iterator[tuple[TemporalServer, int]]:
    """Serve from the file in `directory` until the block ends; yield the server and its process number.

    Called again with the same directory it goes on with what the file holds.
    """
    program = obtain_temporal(lambda _: None)
    server = TemporalServer(program, directory / "temporal.db", chosen_port(port), ui_port=None)
    with (
        (directory / "temporal.log").open("ab") as log,
        subprocess.Popen(server.command(), stdout=log, stderr=log, stdin=subprocess.DEVNULL) as process,
    ):
        try:
            run_apart(_answer(server, process, directory / "temporal.log"))
            yield server, process.pid
        finally:
            process.terminate()


async def _answer(server: TemporalServer, process: subprocess.Popen[bytes], log: Path) -> None:
    async def ready() -> bool:
        if process.poll() is not None:
            raise RuntimeError(f"it ended, see {log}")
        return await server.ready()

    await wait_until(ready, f"ready, see {log}")
