"""The hash that binds each event to all before it; docs/ledger-format.md lays the bytes down for auditors."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def chain_hash(
    organisation: str, previous: bytes, position: int, recorded_at: datetime, body: bytes
) -> bytes:
    """``SHA-256(tag ‖ previous ‖ position ‖ recorded_at ‖ SHA-256(body))``, every part of fixed width.

    The tag is the SHA-256 of "escale ledger 1 " and the organisation's name: no ledger verifies as another's.
    """
    stamp = microseconds(recorded_at)
    return link_hash(chain_tag(organisation), previous, position, stamp, sha256(body).digest())


def chain_tag(organisation: str) -> bytes:
    """What sets this organisation's chain apart from every other."""
    return sha256(f"escale ledger 1 {organisation}".encode()).digest()


def microseconds(recorded_at: datetime) -> int:
    """Microseconds since 1970, as they are hashed."""
    return (recorded_at - _EPOCH) // _MICROSECOND


def link_hash(tag: bytes, previous: bytes, position: int, stamp: int, body_digest: bytes) -> bytes:
    """The hash of one event, its body already digested."""
    place = position.to_bytes(8, "big") + stamp.to_bytes(8, "big", signed=True)
    return sha256(tag + previous + place + body_digest).digest()
