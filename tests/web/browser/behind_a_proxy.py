"""A web process of its own whose database can be taken away: it reaches it through a proxy that stops."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from stack.ports import LOOPBACK, chosen_port
from tests.web.browser.web_process import web_process, world_settings
from tests.web.browser.world import World


@dataclass
class Proxy:
    """Between a process and its database: while it is stopped, nobody listens and nothing is connected."""

    host: str
    to: int
    port: int
    _server: asyncio.Server | None = None
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def starts(self) -> None:
        """As a PostgreSQL that was started."""
        self._server = await asyncio.start_server(self._through, LOOPBACK, self.port)

    async def stops(self) -> None:
        """As a PostgreSQL that was stopped: connections break, new ones are refused."""
        assert self._server is not None
        self._server.close()
        for one in self._open:
            one.transport.abort()

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        beyond, onward = await asyncio.open_connection(self.host, self.to)
        self._open |= {writer, onward}
        await asyncio.gather(_carry(reader, onward), _carry(beyond, writer))


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


@asynccontextmanager
async def site_behind_a_proxy(world: World) -> AsyncIterator[tuple[str, Proxy]]:
    """Where its pages are, and the proxy: the database is the world's own."""
    given = urlsplit(world_settings(world).database_url.get_secret_value())
    proxy = Proxy(given.hostname or LOOPBACK, given.port or 5432, chosen_port(0))
    await proxy.starts()
    place = given._replace(netloc=given.netloc.replace(f":{given.port}", f":{proxy.port}"))
    try:
        async with web_process(world, ESCALE_DATABASE_URL=urlunsplit(place)) as process:
            yield process.address, proxy
    finally:
        await proxy.stops()
