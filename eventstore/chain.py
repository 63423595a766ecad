"""The hash that binds each event to all before it; docs/ledger-format.md lays the bytes down for auditors."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def chain_hash(
    organisation: str, previous: bytes, position: int, recorded_at: datetime, body: bytes
) -> bytes:
    """``SHA-256(tag ‖ previous ‖ position ‖ recorded_at ‖ SHA-256(body))``, every part of fixed width."""
    microseconds = (recorded_at - _EPOCH) // timedelta(microseconds=1)
    place = position.to_bytes(8, "big") + microseconds.to_bytes(8, "big", signed=True)
    return sha256(chain_tag(organisation) + previous + place + sha256(body).digest()).digest()


def chain_tag(organisation: str) -> bytes:
    """SHA-256 of "escale ledger 1 " and the organisation's name: no ledger verifies as another's."""
    return sha256(f"escale ledger 1 {organisation}".encode()).digest()
