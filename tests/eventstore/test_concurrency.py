"""Many processes, killed connections, hot streams: each command once, and a chain that holds."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager, suppress
from multiprocessing import get_context

import pytest
from asyncpg import Connection

from domain.kernel.ledger import Outcome
from eventstore.postgres import PostgresLedger
from tests.eventstore.contender import Presses, press
from tests.eventstore.making import ORGANISATION
from tests.support.postgres import Database

PROCESSES, COMMANDS, COPIES = 4, 100, 20


async def _contend(dsn: str, streams: int) -> list[Outcome]:
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as processes:
        shares = [
            loop.run_in_executor(processes, press, Presses(dsn, COMMANDS, COPIES // PROCESSES, streams, seed))
            for seed in range(PROCESSES)
        ]
        return [outcome for share in await asyncio.gather(*shares) for outcome in share]


@asynccontextmanager
async def _killing_connections(superuser: Connection) -> AsyncIterator[list[int]]:
    """End one of the service's sessions that is at work, again and again; how many it was."""
    killed: list[int] = []

    async def kill() -> None:
        while True:
            killed.append(
                await superuser.fetchval(
                    "SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity"
                    " WHERE usename = 'escale_service' AND state = 'active'"
                    " AND datname = current_database() ORDER BY random() LIMIT 1) AS victim"
                )
            )
            await asyncio.sleep(0.02)

    task = asyncio.create_task(kill())
    try:
        yield killed
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _each_once(ledger: PostgresLedger, outcomes: list[Outcome], streams: int) -> None:
    """Every copy got the same answer, every command is recorded once, and the chain verifies."""
    assert len(outcomes) == COMMANDS * COPIES
    assert len(set(outcomes)) == COMMANDS
    assert sorted(outcome.first_position or 0 for outcome in set(outcomes)) == list(range(1, COMMANDS + 1))
    events = await ledger.read(ORGANISATION, 0, COMMANDS * 2)
    assert len(events) == COMMANDS
    for stream in range(streams):
        entries = [event.entry for event in events if event.stream == f"stream-{stream}"]
        assert entries == list(range(1, COMMANDS // streams + 1))
    assert [each async for each in ledger.verify(ORGANISATION)] == [COMMANDS]


@pytest.mark.parametrize("streams", [100, 1], ids=["a stream each", "one hot stream"])
async def test_twenty_copies_of_a_hundred_commands_make_a_hundred_outcomes(
    database: Database, postgres_ledger: PostgresLedger, streams: int
) -> None:
    """Whoever presses, from whichever process, however often."""
    outcomes = await _contend(database.service_dsn, streams)
    await _each_once(postgres_ledger, outcomes, streams)


async def test_a_killed_connection_neither_loses_nor_repeats(
    database: Database, postgres_ledger: PostgresLedger, superuser: Connection
) -> None:
    """Not knowing whether it was recorded, one repeats with the same id."""
    async with _killing_connections(superuser) as killed:
        outcomes = await _contend(database.service_dsn, 10)
    assert sum(killed) > 0
    await _each_once(postgres_ledger, outcomes, 10)
