"""A store out of reach says so within five seconds, and half of nothing is recorded."""

import asyncio
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
import psutil
import pytest

from domain.kernel.ledger import Appended, LedgerKind, LedgerUnavailable
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from tests.eventstore.making import NOW, ORGANISATION, note
from tests.support.postgres import Database, PostgresForTests

PATIENCE = 5.0
NOBODY = "postgresql://escale_service:x@127.0.0.1:1/escale"


@contextmanager
def _frozen(postgres: PostgresForTests) -> Iterator[None]:
    """The whole server stands still, as a machine that swaps does."""
    pid = int((postgres.server.directory / "postmaster.pid").read_text().split()[0])
    postmaster = psutil.Process(pid)
    family = [postmaster, *postmaster.children(recursive=True)]
    for process in family:
        process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for process in family:
            process.send_signal(signal.SIGCONT)


async def test_a_server_that_is_away_is_unavailable() -> None:
    """The pool opens all the same; the first use tells."""
    ledger = PostgresLedger(await open_pool(NOBODY))
    began = time.monotonic()
    with pytest.raises(LedgerUnavailable):
        await ledger.append(ORGANISATION, [note("c1", "a", 1)], NOW)
    with pytest.raises(LedgerUnavailable):
        await ledger.found(ORGANISATION, LedgerKind.REAL, NOW)
    assert time.monotonic() - began < PATIENCE


async def test_a_server_that_lets_nobody_in_is_unavailable(database: Database) -> None:
    """A wrong password, or a database that is not there."""
    for dsn in (
        database.service_dsn.replace("escale_service:", "escale_service:x"),
        database.service_dsn.replace(database.name, "nowhere"),
    ):
        ledger = PostgresLedger(await open_pool(dsn))
        with pytest.raises(LedgerUnavailable):
            await ledger.head(ORGANISATION)


async def test_a_frozen_server_is_unavailable_and_then_serves_again(
    postgres: PostgresForTests, postgres_ledger: PostgresLedger
) -> None:
    """On a connection that was open and on a new one; the same id then settles what became of it."""
    item = note("c1", "a", 1)
    with _frozen(postgres):
        for _ in range(2):
            began = time.monotonic()
            with pytest.raises(LedgerUnavailable):
                await postgres_ledger.append(ORGANISATION, [item], NOW)
            assert time.monotonic() - began < PATIENCE
    await postgres_ledger.append(ORGANISATION, [item], NOW)
    outcome = await postgres_ledger.outcome(ORGANISATION, "c1")
    assert outcome is not None
    assert (await postgres_ledger.head(ORGANISATION)).position == 1


async def test_a_lock_that_somebody_keeps_is_unavailable(
    postgres_ledger: PostgresLedger, superuser: asyncpg.Connection
) -> None:
    """Nobody waits for a forgotten session; once it has gone, the next command works."""
    began = time.monotonic()
    async with superuser.transaction():
        await superuser.execute("SELECT FROM ledger.heads FOR UPDATE")
        with pytest.raises(LedgerUnavailable):
            await postgres_ledger.append(ORGANISATION, [note("c1", "a", 1)], NOW)
    assert time.monotonic() - began < PATIENCE
    assert await postgres_ledger.outcome(ORGANISATION, "c1") is None
    [answer] = await postgres_ledger.append(ORGANISATION, [note("c1", "a", 1)], NOW)
    assert isinstance(answer, Appended)


async def test_a_restarted_server_is_found_again(
    postgres_ledger: PostgresLedger, superuser: asyncpg.Connection
) -> None:
    """Connections that died in the pool are replaced; one attempt may be lost."""
    await postgres_ledger.append(ORGANISATION, [note("c1", "a", 1)], NOW)
    await superuser.execute(
        "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE usename = 'escale_service'"
        " AND datname = current_database()"
    )
    try:
        await postgres_ledger.append(ORGANISATION, [note("c2", "a", 2)], NOW)
    except LedgerUnavailable:
        await postgres_ledger.append(ORGANISATION, [note("c2", "a", 2)], NOW)
    assert (await postgres_ledger.head(ORGANISATION)).position == 2


async def test_a_cancelled_caller_leaves_the_pool_whole(postgres_ledger: PostgresLedger) -> None:
    """A client that hangs up takes no connection along."""
    for number in range(40):
        task = asyncio.create_task(
            postgres_ledger.append(ORGANISATION, [note(f"c{number}", f"s{number}", 1)], NOW)
        )
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    [answer] = await postgres_ledger.append(ORGANISATION, [note("last", "last", 1)], NOW)
    assert isinstance(answer, Appended)
