"""Checking a private value against the digest that its event keeps."""

import hmac

from domain.kernel.prose import Altered
from domain.registry.codec import digest


def checked(key: bytes, value: str, recorded: str | None) -> str | Altered:
    """``value``, if its digest is the one recorded; what else lies there is nobody's words."""
    if recorded is None or not hmac.compare_digest(digest(key, value).encode(), recorded.encode()):
        return Altered()
    return value
