"""What every answer tells the browser to refuse: scripts and styles of others, frames, guesses at types."""

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.site import Site

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""Nothing inline; ``data:`` for the icons of Bootstrap's stylesheet."""
POLICY = "Content-Security-Policy"
CONTENT_SECURITY_POLICY = "; ".join(f"{name} {value}" for name, value in _POLICY.items())


def policy_with_form_action(address: str) -> str:
    """The same for a page whose form leads on to another site: Chromium holds redirects to it, too."""
    parts = urlsplit(address)
    allowed = {"form-action": f"'self' {parts.scheme}://{parts.netloc}"}
    return "; ".join(f"{name} {value}" for name, value in (_POLICY | allowed).items())


_ALWAYS = {
    POLICY: CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_BY_TLS = {"Strict-Transport-Security": "max-age=31536000"}


class SecurityHeaders:
    """Adds the headers to every answer that does not say otherwise itself."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._headers = _ALWAYS | (_BY_TLS if site.secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sending if scope["type"] == "http" else send)
