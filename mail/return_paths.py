"""Where letters come back to: an address for each attempt to send one, which only we can have made.

Ids of messages derive from their claims, and whoever knows a file can guess them: the address ends with a proof
(HMAC-SHA-256 under the site's secret) of organisation, message and attempt. So nobody can have a letter that arrived
count as lost, and what comes back of an earlier attempt says nothing of a later one. Key and proof leave 23 characters
of a local part's 64 (RFC 5321, 4.5.3.1.1) to the address that it is made of (``config``).
"""

import hmac
import re
from base64 import b32decode, b32encode
from collections.abc import Iterator

_KINDS = {"l": "letter-", "d": "deposit-", "m": ""}
"""How ids of messages begin, by the first character of their keys; those of claims and digests with their digits."""
_PROOF = 12
"""Characters of the proof: 60 bits."""


class ReturnPaths:
    """Makes and reads such addresses. ``address`` is what they are made of; empty: letters come back to ``sender``."""

    def __init__(self, sender: str, address: str, key: bytes) -> None:
        self._plain = address or sender
        self._local, _, self._domain = address.rpartition("@")
        self._key = key
        made = rf"{re.escape(self._local)}\+([ldm][a-z2-7]{{26}})-([a-z2-7]{{{_PROOF}}})@{re.escape(self._domain)}"
        self._made = re.compile(rf"(?<![\w.+-]){made}(?![\w.-])", re.IGNORECASE)

    def of(self, organisation: str, message: str, attempt: int) -> str:
        """The address for an attempt to send a message."""
        key = _key_of(message)
        if not self._local or key is None:
            return self._plain
        return f"{self._local}+{key}-{self._proof(organisation, message, attempt)}@{self._domain}"

    def messages(self, text: str) -> Iterator[tuple[str, str]]:
        """The ids of the messages whose addresses stand in a text, each with its proof, which is not checked yet."""
        if not self._local:
            return
        for found in self._made.finditer(text):
            key, proof = found[1].lower(), found[2].lower()
            yield _KINDS[key[0]] + b32decode(key[1:].upper() + "=" * 6).hex(), proof

    def proves(self, proof: str, organisation: str, message: str, attempt: int) -> bool:
        """Whether we made a proof, for that very attempt."""
        return hmac.compare_digest(proof.encode(), self._proof(organisation, message, attempt).encode())

    def _proof(self, organisation: str, message: str, attempt: int) -> str:
        said = f"{organisation}\0{message}\0{attempt}".encode()
        return b32encode(hmac.digest(self._key, said, "sha256")).decode().lower()[:_PROOF]


def _key_of(message: str) -> str | None:
    """An id as 27 characters that no server changes but in case; None for an id that is none of ours."""
    kind, begins = next(one for one in _KINDS.items() if message.startswith(one[1]))
    try:
        raw = bytes.fromhex(message.removeprefix(begins))
    except ValueError:
        return None
    return kind + b32encode(raw).decode().lower().rstrip("=") if len(raw) == 16 else None  # noqa: PLR2004 - 32 digits
