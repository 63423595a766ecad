"""Holding a ledger against a position and a hash that somebody noted elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from domain.kernel.ledger import GENESIS
from eventstore.queries import load_queries
from verification.findings import Code, Finding
from verification.pages import Seen
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("anchor.sql"))
_WRITTEN = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position, and the hash of the event that stood there; before the first event 32 zero bytes."""

    position: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.position}:{self.hash.hex()}"


def read_anchor(text: str) -> Anchor:
    """An anchor as it is printed; blanks and capitals do not count. Raises ValueError."""
    found = _WRITTEN.fullmatch("".join(text.split()).lower())
    if found is None:
        raise ValueError(text)
    return Anchor(int(found[1]), bytes.fromhex(found[2]))


async def holds(store: Store, ledger: Seen, anchor: Anchor) -> Sequence[Finding]:
    """Whether the event of that position is the one that was noted."""
    if anchor.position > ledger.position:
        return (Finding(Code.ANCHOR_BEYOND, anchor.position, {"head": ledger.position}),)
    rows = await store.rows(_QUERIES["hash"], ledger.organisation, anchor.position)
    there = rows[0]["hash"] if rows else GENESIS if anchor.position == 0 else b""
    if there != anchor.hash:
        return (
            Finding(Code.ANCHOR_DIFFERS, anchor.position, {"noted": anchor.hash.hex(), "found": there.hex()}),
        )
    return ()
