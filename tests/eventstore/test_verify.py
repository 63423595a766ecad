"""History cannot be changed quietly: whatever is tampered with, the audit names the first bad position."""

import pytest
from asyncpg import Connection

from domain.kernel.ledger import BrokenChain, Ledger
from eventstore.postgres import PostgresLedger
from eventstore.verify import Break
from tests.eventstore.making import NOW, ORGANISATION, command, event, note

OFF = "SET session_replication_role = replica;"
"""Triggers off: what only a superuser can do."""

TAMPERINGS = {
    "an edited body": (
        """UPDATE ledger.events SET body = convert_to(replace(convert_from(body, 'UTF8'), '5000', '9000'), 'UTF8')
        WHERE position = 5""",
        BrokenChain(5, Break.HASH_DIFFERS),
    ),
    "an edited body with its hash made good": (
        """WITH made AS (
            SELECT position, convert_to(replace(convert_from(body, 'UTF8'), '5000', '9000'), 'UTF8') AS body
            FROM ledger.events WHERE position = 5)
        UPDATE ledger.events e SET body = made.body, hash = sha256(
            sha256(convert_to('escale ledger 1 ' || e.organisation, 'UTF8'))
            || (SELECT hash FROM ledger.events WHERE position = 4) || int8send(5)
            || int8send((extract(epoch FROM e.recorded_at) * 1000000)::bigint) || sha256(made.body))
        FROM made WHERE e.position = made.position""",
        BrokenChain(5, Break.CONTENT_DIFFERS),
    ),
    "an edited copy in jsonb": (
        "UPDATE ledger.events SET content = jsonb_set(content, '{data,cents}', '9000') WHERE position = 5",
        BrokenChain(5, Break.CONTENT_DIFFERS),
    ),
    "a number turned into a truth value": (
        "UPDATE ledger.events SET content = jsonb_set(content, '{version}', 'true') WHERE position = 5",
        BrokenChain(5, Break.CONTENT_DIFFERS),
    ),
    "an edited time": (
        "UPDATE ledger.events SET recorded_at = recorded_at - interval '1 microsecond' WHERE position = 5",
        BrokenChain(5, Break.HASH_DIFFERS),
    ),
    "a swapped pair": (
        """UPDATE ledger.events SET position = -position WHERE position IN (5, 6);
        UPDATE ledger.events SET position = 11 + position WHERE position < 0""",
        BrokenChain(5, Break.HASH_DIFFERS),
    ),
    "another stream": (
        "UPDATE ledger.events SET stream = 'z' WHERE position = 5",
        BrokenChain(5, Break.CONTENT_DIFFERS),
    ),
    "a removed middle": (
        "DELETE FROM ledger.events WHERE position BETWEEN 5 AND 6",
        BrokenChain(5, Break.POSITION_MISSING),
    ),
    "a cut tail": (
        "DELETE FROM ledger.events WHERE position > 7",
        BrokenChain(8, Break.TAIL_MISSING),
    ),
    "all events gone": ("TRUNCATE ledger.events", BrokenChain(1, Break.TAIL_MISSING)),
    "a head set back": (
        """UPDATE ledger.heads SET (position, hash) = (
            SELECT position, hash FROM ledger.events WHERE position = 7)""",
        BrokenChain(8, Break.HEAD_DIFFERS),
    ),
    "a head with another hash": (
        "UPDATE ledger.heads SET hash = sha256('x')",
        BrokenChain(10, Break.HEAD_DIFFERS),
    ),
}


async def _ten_events(ledger: Ledger) -> None:
    items = [note(f"c{entry}", "a", entry, cents=entry * 1000) for entry in range(1, 11)]
    await ledger.append(ORGANISATION, items, NOW)


async def _audit(ledger: Ledger) -> list[int | BrokenChain]:
    return [each async for each in ledger.verify(ORGANISATION)]


async def test_an_untouched_ledger_verifies(ledger: Ledger) -> None:
    """The audit says how far it has come and finds nothing; nor does it in an empty ledger."""
    assert await _audit(ledger) == []
    await _ten_events(ledger)
    await ledger.append(ORGANISATION, [command("r", {"a": 10}, refusal='"x"')], NOW)
    assert await _audit(ledger) == [10]


async def test_an_audit_goes_page_by_page(ledger: Ledger) -> None:
    """Progress comes every thousand events."""
    items = [command(f"c{n}", {f"s{n}": 0}, *(event(f"s{n}", e) for e in range(1, 301))) for n in range(7)]
    await ledger.append(ORGANISATION, items, NOW)
    assert await _audit(ledger) == [1000, 2000, 2100]


async def test_an_audit_of_a_growing_ledger_finds_nothing(ledger: Ledger) -> None:
    """What is appended while it walks is no break."""
    await _ten_events(ledger)
    walk = ledger.verify(ORGANISATION)
    assert await anext(walk) == 10
    await ledger.append(ORGANISATION, [note("c11", "a", 11)], NOW)
    assert [each async for each in walk] == []


@pytest.mark.parametrize(("tampering", "broken"), TAMPERINGS.values(), ids=TAMPERINGS)
async def test_tampering_is_found(
    postgres_ledger: PostgresLedger, superuser: Connection, tampering: str, broken: BrokenChain
) -> None:
    """Even a superuser's, at the first position that is not what was written."""
    await _ten_events(postgres_ledger)
    await superuser.execute(OFF + tampering)
    assert (await _audit(postgres_ledger))[-1] == broken
