"""Who sends a request, and which language they are spoken to in: known before any page begins."""

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from access.session import Session
from language import Locale, say, speaking
from queries.refused import Failure
from queries.visit import reached
from web.looking_around import session_of_nobody
from web.security.pace import Pace
from web.security.session_cookie import held_by
from web.site import Site
from wording.pages import failures as words

NOBODYS = ("/statique/", "/livez", "/readyz")
"""Addresses that are the same for everybody: nobody is looked up for them."""


class SignedIn:
    """Puts ``session`` into the state of each request, None where nobody is signed in, and speaks their language.

    Where the store does not answer nobody knows who is signed in: ``store_away`` says so.
    """

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site
        self._pace = Pace()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request within a language."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        session, away = None, False
        if not request.url.path.startswith(NOBODYS):
            try:
                async with reached():
                    session = await self._session(request)
            except Failure:
                away = True
        request.state.session, request.state.store_away = session, away
        with speaking(_language(request, session)):
            if session is None or self._pace.allows(session, scope["method"]):
                await self._app(scope, receive, send)
            else:
                await PlainTextResponse(say(words.TOO_FAST), 429, {"Retry-After": "60"})(scope, receive, send)

    async def _session(self, request: HTTPConnection) -> Session | None:
        held = held_by(request, self._site)
        found = await self._site.sessions.find(held) if held else None
        return found or await session_of_nobody(request, self._site)


def _language(request: HTTPConnection, session: Session | None) -> Locale:
    """The person's choice, else what the browser prefers."""
    return session.language if session and session.language else preferred_language(request)


def preferred_language(request: HTTPConnection) -> Locale:
    """The first of those that are asked for that we speak, else French."""
    for part in request.headers.get("accept-language", "").split(","):
        language = part.partition(";")[0].strip().casefold().partition("-")[0]
        if language == "fr":
            return "fr"
        if language == "en":
            return "en"
    return "fr"
