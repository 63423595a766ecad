"""Leads requests to the API past what is for browsers: sessions, cookies, origins; in the language asked for."""

from contextlib import suppress

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from language import speaking
from web.api.addresses import API
from web.signed_in import preferred_language


class Entrance:
    """Gives what is below ``/api/v1/`` to the application of the API, all else to that of the pages."""

    def __init__(self, app: ASGIApp, api: ASGIApp) -> None:
        self._pages = app
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and scope["path"].startswith(f"{API}/"):
            with (
                speaking(preferred_language(HTTPConnection(scope))),
                suppress(Exception),  # answered and written down there: it is no fault of a page
            ):
                await self._api(scope, receive, send)
            return
        await self._pages(scope, receive, send)
