"""A token in each form that only pages of the same session know, masked anew each time (BREACH)."""

import base64
import hmac
import secrets

from access.session import Session

FIELD = "csrf"


def token_of(session: Session) -> str:
    """The session's secret under a mask of the moment: two pages never hold the same bytes."""
    mask = secrets.token_bytes(len(session.csrf_secret))
    return base64.urlsafe_b64encode(mask + _xor(mask, session.csrf_secret)).decode()


def is_token_of(session: Session, token: str) -> bool:
    """Whether a token was made for this session."""
    try:
        raw = base64.urlsafe_b64decode(token.encode())
    except ValueError:
        return False
    half = len(session.csrf_secret)
    return len(raw) == 2 * half and hmac.compare_digest(_xor(raw[:half], raw[half:]), session.csrf_secret)


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(left, right, strict=True))
