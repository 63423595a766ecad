"""What was recorded, said once on the page that follows."""

from fastapi import Request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.responses import Response

from language import Text
from web.site import Site, site_of

_COOKIE = "escale-recorded"
_SECONDS = 60


def tell(response: Response, site: Site, said: Text) -> Response:
    """Have the next page say it: in a cookie, for nothing else travels with a redirect."""
    text = _signing(site).dumps(list(said))
    response.set_cookie(
        _COOKIE, text, max_age=_SECONDS, path="/", secure=site.secure, httponly=True, samesite="lax"
    )
    return response


def told(request: Request) -> Text | None:
    """What is to be said now."""
    text = request.cookies.get(_COOKIE)
    if not text:
        return None
    try:
        return Text(*_signing(site_of(request)).loads(text, max_age=_SECONDS))
    except (BadSignature, TypeError):
        return None


def forget(response: Response) -> Response:
    """It was said."""
    response.delete_cookie(_COOKIE, path="/")
    return response


def _signing(site: Site) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(site.secret.key("what-was-recorded"))
