"""Values that leave in an address or a form and come back: signed, for one purpose, for a while. Never a session."""

from datetime import timedelta
from typing import Any

from itsdangerous import BadData, URLSafeTimedSerializer

from web.site import Site

BACK_TO = "back-to"
"""The purpose of an address to come back to."""
_A_DAY = timedelta(days=1)


def sealed(site: Site, purpose: str, value: Any) -> str:
    """A value of JSON as text that nobody else could have made. It can be read by whoever has it."""
    return _serializer(site, purpose).dumps(value)


def unsealed(site: Site, purpose: str, text: str, within: timedelta = _A_DAY) -> Any:
    """The value, if we sealed it for this purpose and not longer ago; else None."""
    try:
        return _serializer(site, purpose).loads(text, max_age=int(within.total_seconds()))
    except BadData:
        return None


def way_back(site: Site, text: str) -> str | None:
    """The address on our site that a sealed one leads back to; None if it is not ours or was not sealed by us."""
    found = unsealed(site, BACK_TO, text) if text else None
    return found if isinstance(found, str) and found.startswith("/") and not found.startswith("//") else None


def _serializer(site: Site, purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(site.secret.key("seals"), salt=purpose)
