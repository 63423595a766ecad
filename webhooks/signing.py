"""Signatures by the scheme of Standard Webhooks (v1, HMAC-SHA256), with every secret that holds."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime

from standardwebhooks import Webhook

_PREFIX = "whsec_"


def shown_secret(secret: bytes) -> str:
    """A secret as receivers keep it."""
    return _PREFIX + b64encode(secret).decode()


def headers_of(message: str, at: datetime, body: str, secrets: Sequence[bytes]) -> Mapping[str, str]:
    """What identifies a message and shows that we sent it; while two secrets hold, either verifies."""
    signatures = (Webhook(one).sign(message, at, body) for one in secrets)
    return {
        "webhook-id": message,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
