"""The bytes of the chain are those that docs/ledger-format.md gives to auditors."""

import re
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from domain.kernel.ledger import Ledger
from tests.eventstore.making import NOW, ORGANISATION, note

PAGE = Path(__file__).parents[2] / "docs" / "ledger-format.md"


async def test_both_stores_hash_as_the_example_of_the_page(ledger: Ledger) -> None:
    """An auditor's program that agrees with the page agrees with the ledger."""
    body, expected = re.findall(r"^    (\{.*\}|[0-9a-f]{64})$", PAGE.read_text(), re.MULTILINE)
    await ledger.append(ORGANISATION, [note("c1", "a", 1)], NOW)
    [stored] = await ledger.read(ORGANISATION, 0, 2)
    assert (stored.body.decode(), stored.hash.hex()) == (body, expected)


async def test_the_chain_can_be_computed_from_the_page_alone(ledger: Ledger) -> None:
    """The table of parts, written anew."""
    await ledger.append(ORGANISATION, [note(f"c{n}", "été", n, n=n) for n in (1, 2, 3)], NOW)
    tag, previous = sha256(b"escale ledger 1 " + ORGANISATION.encode()).digest(), bytes(32)
    for event in await ledger.read(ORGANISATION, 0, 9):
        parts = tag + previous + event.position.to_bytes(8, "big") + _micro(event.recorded_at)
        previous = sha256(parts + sha256(event.body).digest()).digest()
        assert event.hash == previous
    assert (await ledger.head(ORGANISATION)).hash == previous


def _micro(moment: datetime) -> bytes:
    return (round(moment.timestamp()) * 1_000_000 + moment.microsecond).to_bytes(8, "big")
