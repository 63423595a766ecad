"""What a page answers when it does not end well: always a full page, with what can be done."""

from collections.abc import Mapping
from typing import Any

import structlog
from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

import links
from domain.kernel.ledger import LedgerUnavailable
from language import Text
from queries.refused import STORE_UNREACHABLE, Failure, FailureKind, where
from web.page import found_at, page
from web.security.seals import BACK_TO, sealed
from web.site import site_of
from wording.pages import failures as words

log = structlog.get_logger("web")


class NotSignedIn(Exception):
    """Nobody is signed in: the way in comes first."""


class NoSuchPage(Exception):
    """Nothing is there that this person may read; the same answer whether it exists or not."""


_NOT_THERE = frozenset(
    {
        *("not-readable", "unknown-organisation", "unknown-person", "unknown-message", "unknown-envelope"),
        "no-such-entry",
    }
)
"""Codes of what is not there for this reader."""
TOO_MUCH = 413
_STATUSES = {
    FailureKind.REFUSED: 409,
    FailureKind.INVALID: 400,
    FailureKind.UNKNOWN: 503,
    FailureKind.UNFORESEEN: 500,
}


async def not_signed_in(request: Request, _error: Exception) -> Response:
    """To the door; whoever meant to read something comes back to it."""
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    back = sealed(site_of(request), BACK_TO, wanted) if request.method == "GET" else None
    return found_at(request, links.sign_in(back))


async def no_such_page(request: Request, _error: Exception) -> Response:
    """One page for what does not exist and for what may not be read."""
    return _told(request, 404, words.NO_SUCH_PAGE, words.NO_SUCH_PAGE_REMEDY)


async def of_http(request: Request, error: Exception) -> Response:
    """What the framework refuses: an address that is none, a method that none takes."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    if status in {404, 405}:
        return await no_such_page(request, error)
    if status == TOO_MUCH:
        return _told(request, status, words.TOO_MUCH, words.TOO_MUCH_REMEDY)
    return _told(request, status, words.NOT_UNDERSTOOD, words.GO_BACK)


async def of_failure(request: Request, error: Exception) -> Response:
    """What a question or a command ended with."""
    assert isinstance(error, Failure)  # noqa: S101 - registered for nothing else
    if error.code in _NOT_THERE:
        return await no_such_page(request, error)
    if error.code == STORE_UNREACHABLE:
        return await store_away(request, error)
    return _told(request, _STATUSES.get(error.kind, 500), error.text, error.remedy)


async def store_away(request: Request, _error: Exception) -> Response:
    """The store does not answer: nothing is shown rather than something old."""
    return _told(request, 503, words.STORE_AWAY, words.STORE_AWAY_REMEDY)


async def unforeseen(request: Request, error: Exception) -> Response:
    """A fault of ours: told without its text, which may quote what is private."""
    route = request.scope.get("route")
    log.error(
        "page_failed", path=route.path if route else None, error=type(error).__name__, where=where(error)
    )
    return _told(request, 500, words.OUR_FAULT, words.OUR_FAULT_REMEDY)


def _told(request: Request, status: int, text: Text, remedy: Text) -> Response:
    return page(request, "layout/failure.html", status, text=text, remedy=remedy)


HANDLERS: Mapping[Any, Any] = {
    NotSignedIn: not_signed_in,
    NoSuchPage: no_such_page,
    HTTPException: of_http,
    Failure: of_failure,
    LedgerUnavailable: store_away,
    Exception: unforeseen,
}
