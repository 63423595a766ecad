"""Nothing outside positions 1 to the head counts, whoever put it there and whoever reads."""

import asyncpg
import pytest
from asyncpg import Connection

from domain.kernel.ledger import Appended, StoredEvent, Unstorable
from eventstore.pool import connected
from eventstore.postgres import PostgresLedger
from projections.chain_check import first_break
from projections.rebuild import _QUERIES as REBUILD
from tests.eventstore.making import NOW, ORGANISATION, note

PUT = """
SET session_replication_role = replica;
INSERT INTO ledger.events (position, stream, entry, recorded_at, organisation, hash, body, content)
SELECT $1::bigint, $2::text, $3::int, recorded_at, organisation, hash, body, content
FROM ledger.events WHERE position = 1
"""

OUTSIDE = {"before the first": 0, "far before": -7, "beyond the head": 40}


@pytest.fixture(params=[*OUTSIDE.values()], ids=[*OUTSIDE])
async def outside(
    request: pytest.FixtureRequest, postgres_ledger: PostgresLedger, superuser: Connection
) -> PostgresLedger:
    """Three events in order, and two that a superuser put elsewhere, one of them in a stream of its own."""
    await postgres_ledger.append(ORGANISATION, [note(f"c{entry}", "a", entry) for entry in (1, 2, 3)], NOW)
    mode, insert = PUT.strip().split(";", 1)
    await superuser.execute(mode)
    await superuser.execute(insert, request.param, "a", 4)
    await superuser.execute(insert, request.param + (1 if request.param > 0 else -1), "stray", 1)
    return postgres_ledger


async def test_it_is_not_read(outside: PostgresLedger) -> None:
    """Neither in the order of the ledger, nor by stream, nor by name, nor by type."""

    def positions(events: "list[StoredEvent] | tuple[StoredEvent, ...]") -> list[int]:
        return [one.position for one in events]

    assert positions([*await outside.read(ORGANISATION, -100, 100)]) == [1, 2, 3]
    both = {"a": 0, "stray": 0}
    for found in (
        await outside.read_streams(ORGANISATION, both),
        await outside.read_without(ORGANISATION, list(both), ["Other"]),
    ):
        assert positions([*found["a"]]) == [1, 2, 3]
        assert positions([*found["stray"]]) == []
    assert await outside.streams(ORGANISATION, "") == ["a"]


async def test_it_is_not_folded_and_breaks_no_chain(outside: PostgresLedger, pool: asyncpg.Pool) -> None:
    """A rebuild reads and checks what was appended."""
    head = await outside.head(ORGANISATION)
    assert await first_break(pool, head) is None
    async with connected(pool) as connection:
        page = await connection.fetch(REBUILD["page"], ORGANISATION, "", 0, "zzz", head.position, 100)
    assert [row["position"] for row in page] == [1, 2, 3]


async def test_it_stands_in_the_way_of_nobody_who_writes_elsewhere(outside: PostgresLedger) -> None:
    """Its stream is as it was; the place that it takes cannot be taken twice, and that is said, not tried for ever."""
    [own, other] = await outside.append(ORGANISATION, [note("own", "a", 4), note("other", "b", 1)], NOW)
    assert isinstance(own, Unstorable)
    assert isinstance(other, Appended)
