"""How many pages are made at once: the others wait their turn, so that those begun have the store's patience left.

A page that waits holds nothing. Forms do not wait: what somebody sends slowly must not keep readers out.
"""

import asyncio

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from language import say
from web.signed_in import NOBODYS
from wording.pages import failures as words

AT_ONCE = 8
"""As many as there are connections to the store, by default: more would only wait for one."""
PATIENCE = 20
"""Seconds that somebody waits for their turn; a browser shows that it loads."""


class Turns:
    """Lets so many readers in at once, in the order in which they came."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or say after a while that there is no room."""
        waits = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not waits or scope["path"].startswith(NOBODYS):
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(PATIENCE):
                await self._turns.acquire()
        except TimeoutError:
            await PlainTextResponse(say(words.CROWDED), 503, {"Retry-After": "30"})(scope, receive, send)
            return
        try:
            await self._app(scope, receive, send)
        finally:
            self._turns.release()
