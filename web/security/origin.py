"""What changes something comes from our own pages: told by Sec-Fetch-Site, else by the exact Origin.

But for what providers of mail send by themselves (RFC 8058): it says all in its address, which nobody can guess.
"""

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

import links.mail

_READS = {"GET", "HEAD", "OPTIONS"}
_FROM_ANYWHERE = links.mail.unsubscribe("")
_OURS = {"same-origin", "none"}


class SameOrigin:
    """Refuses requests that would change something and come from elsewhere, before anything is read of them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if (
            scope["type"] == "http"
            and scope["method"] not in _READS
            and not scope["path"].startswith(_FROM_ANYWHERE)
            and not _from_here(HTTPConnection(scope))
        ):
            await PlainTextResponse("403", 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _from_here(request: HTTPConnection) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in _OURS
    return request.headers.get("origin") == f"{request.url.scheme}://{request.url.netloc}"
