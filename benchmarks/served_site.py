"""The site in a process of its own, and a browser that is signed in there."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import httpx
from pydantic import SecretStr

from access.session import NewSession
from access.sessions import Sessions
from benchmarks.command_rivals import ORGANISATION
from benchmarks.server import BenchServer
from bootstrap import open_service
from config import Settings
from domain.kernel.ids import person_id
from stack.ports import LOOPBACK, chosen_port, listens

CONNECTIONS = 100
"""How many requests of a browser may be under way."""


@asynccontextmanager
async def served(server: BenchServer) -> AsyncIterator[str]:
    """The site while the block lasts; its address."""
    port = chosen_port(0)
    command = [sys.executable, "-P", "-m", "benchmarks.page_server", server.service_dsn, str(port)]
    environment = {**os.environ, "PYTHONPATH": os.curdir}
    with subprocess.Popen(command, env=environment) as process:  # noqa: ASYNC220, S603 - our own arguments
        try:
            while not listens(port):  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.05)
            yield f"http://{LOOPBACK}:{port}"
        finally:
            process.terminate()


async def signed_in(server: BenchServer, known_by: str) -> str:
    """What the cookie holds of somebody, by the command that made them known."""
    async with open_service(Settings(database_url=SecretStr(server.service_dsn))) as service:
        day = timedelta(days=1)
        session = NewSession(
            kind="demonstration",
            organisation=ORGANISATION,
            person=person_id(known_by),
            idle_for=day,
            lasts=day,
        )
        return await Sessions(service.pool).open(session)


@asynccontextmanager
async def browser_of(base: str, held: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser with that cookie, which waits as long as people do."""
    async with httpx.AsyncClient(
        base_url=base,
        cookies={"escale": held},
        headers={"sec-fetch-site": "same-origin"},
        timeout=60,
        limits=httpx.Limits(max_connections=CONNECTIONS),
    ) as browser:
        yield browser
