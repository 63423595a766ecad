"""The way out of letters that nobody has to get, for whoever holds the token of one: no sign-in, nothing kept.

A token is its own proof (HMAC-SHA-256 under the site's secret). It does not end: it can only stop letters to the person
whom it was sent to, and whoever is signed in as them undoes it.
"""

import base64
import hmac
from dataclasses import dataclass

from access.secret import Secret

DIGEST = ""
"""In the place of a cooperation: the weekly digest."""
_PURPOSE = "unsubscribe"
_PROOF = 16
"""Bytes of the proof."""


@dataclass(frozen=True, slots=True)
class Unwanted:
    """What somebody wants to be mailed no more: the letters about a cooperation, or their digest."""

    organisation: str
    person: str
    cooperation: str = DIGEST


def token_of(secret: Secret, unwanted: Unwanted) -> str:
    """The token that says so."""
    said = f"{unwanted.organisation}\0{unwanted.person}\0{unwanted.cooperation}"
    return base64.urlsafe_b64encode(_proof(secret, said) + said.encode()).decode().rstrip("=")


def unwanted_by(secret: Secret, token: str) -> Unwanted | None:
    """What a token says; None if we did not make it."""
    try:
        raw = base64.urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
        said = raw[_PROOF:].decode()
        organisation, person, cooperation = said.split("\0")
    except ValueError:
        return None
    proven = hmac.compare_digest(raw[:_PROOF], _proof(secret, said))
    return Unwanted(organisation, person, cooperation) if proven else None


def _proof(secret: Secret, said: str) -> bytes:
    return secret.digest(_PURPOSE, said)[:_PROOF]
