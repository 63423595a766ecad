"""The application of the API, with the turns and the pace of those who ask it."""

import asyncio
from functools import cache
from typing import Any

from fastapi import APIRouter, FastAPI
from pydantic_core import to_json
from starlette.responses import Response
from starlette.routing import BaseRoute

from web.api import commands, documents, files, lists
from web.api.addresses import DESCRIPTION
from web.api.caller import AT_ONCE, Pace
from web.api.openapi import describe
from web.api.problems import HANDLERS
from web.site import Site

ROUTERS = (lists.router, files.router, documents.router, commands.router)


def make_api(site: Site) -> FastAPI:
    """The API of a site. Whoever reads its description needs no token."""
    app = FastAPI(
        title="Escale",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers=dict(HANDLERS),
        routes=list(_routes()),
    )
    app.state.site, app.state.pace, app.state.turns = site, Pace(), asyncio.Semaphore(AT_ONCE)

    async def description() -> Response:
        return Response(to_json(described()), media_type="application/json")

    app.get(DESCRIPTION, include_in_schema=False)(description)
    return app


@cache
def described() -> dict[str, Any]:
    """What the API is, as OpenAPI has it: the same for every site."""
    return describe(_routes())


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """Its routes, for every site: what FastAPI finds out about them takes long, and they know of no site."""
    all_of_them = APIRouter()
    for router in ROUTERS:
        all_of_them.include_router(router)
    return tuple(all_of_them.routes)
