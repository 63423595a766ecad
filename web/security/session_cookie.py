"""The cookie of a session: for this site only, out of reach of scripts, by TLS where there is TLS."""

from datetime import timedelta

from starlette.requests import HTTPConnection
from starlette.responses import Response

from web.site import Site

_BY_TLS, _PLAIN = "__Host-escale", "escale"
"""``__Host-``: browsers take it by TLS only, for this host and all its paths (RFC 6265bis, 4.1.3.2)."""


def held_by(request: HTTPConnection, site: Site) -> str | None:
    """What a browser holds; None if nothing."""
    return request.cookies.get(_name(site))


def give(response: Response, site: Site, held: str) -> Response:
    """Let a browser hold a session until it is closed, or the session ends."""
    response.set_cookie(_name(site), held, path="/", secure=site.secure, httponly=True, samesite="lax")
    return response


def take_back(response: Response, site: Site) -> Response:
    """Let a browser forget its session."""
    response.delete_cookie(_name(site), path="/", secure=site.secure, httponly=True, samesite="lax")
    return response


def keep_begun(response: Response, site: Site, kept: str, lasts: timedelta) -> Response:
    """Let a browser hold, for a while, what it has to bring back from the organisation's own sign-in."""
    response.set_cookie(
        _begun(site),
        kept,
        max_age=int(lasts.total_seconds()),
        path="/",
        secure=site.secure,
        httponly=True,
        samesite="lax",
    )
    return response


def begun_in(request: HTTPConnection, site: Site) -> str | None:
    """What it brings back; None if nothing."""
    return request.cookies.get(_begun(site))


def forget_begun(response: Response, site: Site) -> Response:
    """Let a browser forget it: it is good for once."""
    response.delete_cookie(_begun(site), path="/", secure=site.secure, httponly=True, samesite="lax")
    return response


def _begun(site: Site) -> str:
    return f"{_name(site)}-begun"


def _name(site: Site) -> str:
    return _BY_TLS if site.secure else _PLAIN
