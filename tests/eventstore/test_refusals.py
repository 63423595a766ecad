"""Refused commands are numbered: in order, without gaps, each with what the ledger held then."""

import asyncio
from pathlib import Path

import asyncpg

from domain.kernel.ledger import Append, Ledger
from eventstore.migrate import MIGRATIONS, migrate
from eventstore.postgres import PostgresLedger
from tests.eventstore.making import NOW, ORGANISATION, command, note
from tests.support.postgres import Database

NUMBERED = 88
"""The migration since which they are."""


def refusal(command_id: str, stream: str = "a", entry: int = 0) -> Append:
    """A command about a stream that was refused."""
    return command(
        command_id, {stream: entry}, refusal='{"code":"gate_not_met","params":{},"type":"Advance"}'
    )


async def test_they_are_numbered_in_order_and_say_what_had_been_recorded(ledger: Ledger) -> None:
    """Within one append and from one to the next; what is recorded has no number, what is repeated no second one."""
    first = [refusal("r1"), note("n1", "a", 1), refusal("r2", "a", 1), note("n2", "b", 1)]
    await ledger.append(ORGANISATION, first, NOW)
    await ledger.append(ORGANISATION, [refusal("r2", "a", 1), refusal("r3", "b", 1)], NOW)
    found = await ledger.refused(ORGANISATION, None, 10)
    told = [(one.number, one.outcome.command_id, one.at_position) for one in found]
    assert told == [(3, "r3", 2), (2, "r2", 1), (1, "r1", 0)]
    assert [one.outcome for one in found] == [await ledger.outcome(ORGANISATION, name) for _, name, _ in told]


async def test_what_is_in_conflict_takes_no_number(ledger: Ledger) -> None:
    """It was not refused: it will be decided again."""
    await ledger.append(ORGANISATION, [note("n1", "a", 1), refusal("late", "a", 0), refusal("r1", "b")], NOW)
    found = await ledger.refused(ORGANISATION, None, 10)
    assert [(one.number, one.outcome.command_id) for one in found] == [(1, "r1")]


async def test_they_are_listed_the_last_first(ledger: Ledger) -> None:
    """A page after another, by number."""
    await ledger.append(ORGANISATION, [refusal(f"r{number}") for number in range(1, 6)], NOW)
    pages = [await ledger.refused(ORGANISATION, before, 2) for before in (None, 4, 2)]
    assert [[one.number for one in page] for page in pages] == [[5, 4], [3, 2], [1]]


async def test_those_about_some_streams_are_found(ledger: Ledger) -> None:
    """In order, and no other; nothing about nothing."""
    about = {"r1": "a", "r2": "b", "r3": "c", "r4": "a"}
    await ledger.append(ORGANISATION, [refusal(*each) for each in about.items()], NOW)
    found = await ledger.refused_about(ORGANISATION, ["a", "c", "nowhere"])
    assert [one.outcome.command_id for one in found] == ["r1", "r3", "r4"]
    assert await ledger.refused_about(ORGANISATION, []) == []


async def test_two_that_append_at_once_leave_no_gap(postgres_ledger: PostgresLedger) -> None:
    """The number is given under the lock."""
    each = [[refusal(f"{name}{number}", name) for number in range(40)] for name in "abcd"]
    await asyncio.gather(*(postgres_ledger.append(ORGANISATION, [one], NOW) for some in each for one in some))
    numbers = [one.number for one in await postgres_ledger.refused(ORGANISATION, None, 200)]
    assert numbers == list(range(160, 0, -1))


async def test_those_from_before_get_numbers_in_the_order_of_their_time(
    database: Database, superuser: asyncpg.Connection, tmp_path: Path
) -> None:
    """Whatever else was recorded; the next one goes on from there."""
    await superuser.execute("CREATE DATABASE older OWNER escale_owner")
    dsn = database.owner_dsn.replace(database.name, "older")
    for path in MIGRATIONS.glob("*.sql"):
        if int(path.name[:4]) < NUMBERED:
            (tmp_path / path.name).write_text(path.read_text())
    try:
        await migrate(dsn, folder=tmp_path)
        owner = await asyncpg.connect(dsn)
        await owner.execute(
            """
            INSERT INTO ledger.heads VALUES ('a', 'real', 0, '\\x00', now()), ('b', 'real', 0, '\\x00', now());
            INSERT INTO ledger.outcomes (organisation, command_id, actor, stream, digest, refusal, recorded_at)
            SELECT organisation, command, 'p', 's', '\\x00', refusal, at::timestamptz
            FROM (VALUES ('a', 'later', '{}', '2026-02-02'), ('a', 'first', '{}', '2026-01-01'),
                ('a', 'recorded', NULL, '2026-01-02'), ('b', 'other', '{}', '2026-01-01'))
                AS told (organisation, command, refusal, at)
            """
        )
        await migrate(dsn)
        rows = await owner.fetch("SELECT command_id, refusal_number, at_position FROM ledger.outcomes")
        heads = await owner.fetch("SELECT organisation, refusals FROM ledger.heads ORDER BY organisation")
        await owner.close()
    finally:
        await superuser.execute("DROP DATABASE older WITH (FORCE)")
    numbers = {row["command_id"]: (row["refusal_number"], row["at_position"]) for row in rows}
    assert numbers == {
        "first": (1, None),
        "later": (2, None),
        "recorded": (None, None),
        "other": (1, None),
    }
    assert [tuple(row) for row in heads] == [("a", 2), ("b", 1)]
