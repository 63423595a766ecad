"""The last position of each stream, page by page, in memory and in PostgreSQL alike."""

from datetime import UTC, datetime

import pytest
from asyncpg.pool import Pool

from domain.kernel.ledger import Append, Ledger, LedgerKind, NewEvent
from eventstore.memory import MemoryLedger
from eventstore.postgres import PostgresLedger

ORGANISATION = "fondation"


@pytest.fixture(params=["memory", "postgres"])
async def ledger(request: pytest.FixtureRequest, pool: Pool) -> Ledger:
    """A ledger with events in streams of two kinds, and another organisation's beside it."""
    made: Ledger = MemoryLedger() if request.param == "memory" else PostgresLedger(pool)
    for organisation in (ORGANISATION, "autre"):
        await made.found(organisation, LedgerKind.REAL, datetime.now(UTC))
    for stream in (
        "cooperation:b",
        "cooperation:a",
        "review:a",
        "cooperation:b",
        "cooperation:c",
        "review:a",
    ):
        await _record(made, ORGANISATION, stream)
    await _record(made, "autre", "cooperation:z")
    return made


async def _record(ledger: Ledger, organisation: str, stream: str) -> None:
    entry = len((await ledger.read_streams(organisation, {stream: 0}))[stream]) + 1
    body = f'{{"entry":{entry},"stream":"{stream}","type":"X"}}'.encode()
    append = Append(
        f"{stream}-{entry}", "escale", b"d", b"k", {stream: entry - 1}, (NewEvent(stream, entry, body),)
    )
    await ledger.append(organisation, [append], datetime.now(UTC))


async def test_each_stream_of_a_kind_is_told_once_with_its_last_position(ledger: Ledger) -> None:
    """Nothing of other kinds and other organisations."""
    assert await ledger.last_positions(ORGANISATION, "cooperation:", "", 10) == {
        "cooperation:a": 2,
        "cooperation:b": 4,
        "cooperation:c": 5,
    }
    assert await ledger.last_positions(ORGANISATION, "review:", "", 10) == {"review:a": 6}


async def test_a_page_goes_on_after_the_last_name_of_the_one_before(ledger: Ledger) -> None:
    """Until there is none."""
    first = await ledger.last_positions(ORGANISATION, "cooperation:", "", 2)
    assert list(first) == ["cooperation:a", "cooperation:b"]
    second = await ledger.last_positions(ORGANISATION, "cooperation:", "cooperation:b", 2)
    assert list(second) == ["cooperation:c"]
    assert await ledger.last_positions(ORGANISATION, "cooperation:", "cooperation:c", 2) == {}
