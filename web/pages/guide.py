"""What is the same for everybody: help, and the accessibility statement."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from web.page import page
from wording.pages import accessibility
from wording.pages import help as help_words

router = APIRouter()


@router.get("/aide")
async def helping(request: Request) -> Response:
    """Where what is done, what words mean, which keys there are."""
    return page(request, "help/help.html", words=help_words)


@router.get("/accessibilite")
async def statement(request: Request) -> Response:
    """How accessible these pages are known to be."""
    return page(request, "help/accessibility.html", words=accessibility)
