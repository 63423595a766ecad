"""Whether the process lives, and whether it can serve: for whoever watches it."""

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from domain.kernel.ledger import LedgerUnavailable
from web.site import site_of

router = APIRouter()


@router.get("/livez")
async def lives() -> Response:
    """The process answers."""
    return PlainTextResponse("ok")


@router.get("/readyz")
async def ready(request: Request) -> Response:
    """The store answers, too."""
    try:
        await site_of(request).service.ledger.organisations()
    except LedgerUnavailable:
        return PlainTextResponse("the database is out of reach", 503)
    return PlainTextResponse("ok")
