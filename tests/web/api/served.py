"""A site that is served as it is in use: by uvicorn, on a port."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from bootstrap import open_service
from tests.cli.house import House
from tests.web.api.tokens import token_of
from tests.web.house import site_of_house
from web.app import make_app
from web.site import open_site


async def token_for(house: House, person: str) -> str:
    """A token of a person of a house."""
    async with site_of_house(house) as site:
        return await token_of(site, person)


@contextmanager
def served(house: House) -> Iterator[str]:
    """A server of the site in a thread of its own: its address."""
    started: list[uvicorn.Server] = []

    async def serve() -> None:
        settings = house.settings()
        async with open_service(settings) as service:
            site = open_site(settings, service)
            config = uvicorn.Config(
                make_app(site), host="127.0.0.1", port=0, log_config=None, access_log=False
            )
            started.append(uvicorn.Server(config))
            await started[0].serve()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        yield _address(started, thread)
    finally:
        for one in started:
            one.should_exit = True
        thread.join()


def _address(started: list[uvicorn.Server], thread: threading.Thread) -> str:
    while not (started and started[0].started):
        assert thread.is_alive()
        time.sleep(0.01)
    [socket] = started[0].servers[0].sockets
    return f"http://127.0.0.1:{socket.getsockname()[1]}"
