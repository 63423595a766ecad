"""The site on a database, telling with each answer how long it took at the server, and how many statements it sent.

``python -m benchmarks.page_server DSN PORT``. ``/nu/<bytes>`` is a bare page of so many bytes through the same stack.
"""

import asyncio
import sys
import time
from contextvars import ContextVar

import asyncpg
import uvicorn
from asyncpg.connection import LoggedQuery
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bootstrap import published_rulebooks, wire
from config import Settings
from eventstore.hint import Hinter
from eventstore.pool import Connection
from stack.ports import LOOPBACK
from web.app import make_app
from web.site import open_site

CONNECTIONS = 8
MILLISECONDS, STATEMENTS = "x-milliseconds", "x-statements"
_SAID: ContextVar[list[LoggedQuery]] = ContextVar("said")
"""The statements of the request that is being answered."""


class Telling:
    """Adds to each answer what it cost."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        said: list[LoggedQuery] = []
        _SAID.set(said)
        began = time.perf_counter()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[MILLISECONDS] = f"{(time.perf_counter() - began) * 1e3:.2f}"
                headers[STATEMENTS] = str(len(said))
            await send(message)

        await self._app(scope, receive, sending)


def _heard(query: LoggedQuery) -> None:
    if (said := _SAID.get(None)) is not None:
        said.append(query)


async def _listened_to(connection: Connection) -> None:
    connection.add_query_logger(_heard)


async def _keep(_: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Reset nothing, as the service's own pool."""


def _with_bare_pages(app: FastAPI) -> FastAPI:
    @app.get("/nu/{size}")
    async def bare(size: int) -> Response:
        return HTMLResponse("<!doctype html><title>x</title><p>" + "ligne de texte " * (size // 15))

    return app


async def serve(dsn: str, port: int) -> None:
    """Serve until told to stop."""
    pool = await asyncpg.create_pool(
        dsn, min_size=CONNECTIONS, max_size=CONNECTIONS, setup=_listened_to, reset=_keep
    )
    settings = Settings(database_url=SecretStr(dsn))
    service = wire(settings, pool, published_rulebooks(), Hinter(pool))
    app = Telling(_with_bare_pages(make_app(open_site(settings, service))))
    await uvicorn.Server(uvicorn.Config(app, host=LOOPBACK, port=port, log_level="error")).serve()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], int(sys.argv[2])))
