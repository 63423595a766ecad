"""Whether the process lives, and whether it can serve: for whoever watches it."""

import asyncio

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from domain.kernel.ledger import LedgerUnavailable
from web.site import site_of

router = APIRouter()
PATIENCE_SECONDS = 2.0
"""How long the store may keep silent before it counts as out of reach."""


@router.get("/livez")
async def lives() -> Response:
    """The process answers."""
    return PlainTextResponse("ok")


@router.get("/readyz")
async def ready(request: Request) -> Response:
    """The store answers, too."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await site_of(request).service.ledger.organisations()
    except (LedgerUnavailable, TimeoutError):
        return PlainTextResponse("the database is out of reach", 503)
    return PlainTextResponse("ok")
