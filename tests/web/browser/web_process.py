"""A web process of its own beside the shared stack's, on the same database: it may be killed without harm to others."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from config import Settings
from stack import control
from stack.ports import LOOPBACK, chosen_port
from tests.support.waiting import wait_until
from tests.web.browser.world import World


@dataclass
class WebProcess:
    """``python -m web`` at an address that stays the same when it is started again."""

    address: str
    environment: dict[str, str]
    _process: asyncio.subprocess.Process | None = None

    async def starts(self) -> None:
        """Start it, and wait until its pages answer."""
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "web"),
            env=self.environment,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        await wait_until(self._answers, "the pages answer")

    async def is_killed(self) -> None:
        """By SIGKILL, whatever it is at."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def ends(self) -> None:
        """In order, if it still runs."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()

    async def _answers(self) -> bool:
        async with httpx.AsyncClient() as client:
            try:
                return (await client.get(f"{self.address}/readyz")).status_code == 200
            except httpx.TransportError:
                return False


def world_settings(world: World) -> Settings:
    """The settings of the shared stack, with the addresses of its parts."""
    own = Settings(home=world.house.home)
    state = control.running(own)
    assert state is not None
    return state.addresses.completing(own)


@asynccontextmanager
async def web_process(world: World, **changed: str) -> AsyncIterator[WebProcess]:
    """One that runs; ``changed`` is what differs from the settings of the shared stack."""
    port = chosen_port(0)
    address = f"http://{LOOPBACK}:{port}"
    with tempfile.TemporaryDirectory(prefix="escale-web-") as home:
        own = {"ESCALE_HOME": home, "ESCALE_WEB_PORT": str(port), "ESCALE_PUBLIC_URL": address}
        settings = world_settings(world).as_environment() | own | changed
        process = WebProcess(address, world.house.environment(**settings))
        try:
            await process.starts()
            yield process
        finally:
            await process.ends()
