"""Hints: soon, few, and never relied upon."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg
import pytest
from asyncpg.pool import Pool

from eventstore.hint import CHANNEL, Hinter, Listener
from tests.support.postgres import Database
from tests.support.waiting import LONG_ENOUGH


@asynccontextmanager
async def listening(dsn: str) -> AsyncIterator[Listener]:
    """Have a listener listen until the block ends."""
    listener = Listener(dsn)
    running = asyncio.create_task(listener.run())
    try:
        yield listener
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def hint_until(pool: Pool, organisation: str, waiting: asyncio.Task[None]) -> None:
    """Hint that a ledger grew until whoever waits has heard."""
    async with asyncio.timeout(LONG_ENOUGH), Hinter(pool) as hinter:
        while not waiting.done():
            hinter.grown(organisation)
            await asyncio.sleep(0.02)


async def test_who_looks_at_a_ledger_hears_that_it_grew_and_nothing_of_others(
    database: Database, pool: Pool
) -> None:
    """Long before it would have looked anyway; one connection listens for all."""
    async with listening(database.service_dsn) as listener:
        everything, one, other = (listener.looks(60, organisation) for organisation in (None, "a", "b"))
        for looks in (everything, one, other):
            await anext(looks)
        hearing = [asyncio.create_task(_next(looks)) for looks in (everything, one, other)]
        await hint_until(pool, "a", hearing[1])
        await hearing[0]
        assert not hearing[2].done()
        hearing[2].cancel()


async def _next(looks: AsyncGenerator[None, None]) -> None:
    await anext(looks)


async def test_hints_of_one_moment_leave_together(database: Database, pool: Pool) -> None:
    """A thousand appends make a handful of notifications, not a thousand."""
    listener = await asyncpg.connect(database.service_dsn)
    payloads: asyncio.Queue[object] = asyncio.Queue()
    await listener.add_listener(CHANNEL, lambda _connection, _pid, _channel, said: payloads.put_nowait(said))
    async with Hinter(pool) as hinter:
        for number in range(1000):
            hinter.grown("ab"[number % 2])
    async with asyncio.timeout(LONG_ENOUGH):
        assert sorted([str(await payloads.get()), str(await payloads.get())]) == ["a", "b"]
    await listener.execute("SELECT 1")  # whatever was notified before has arrived with this answer
    assert payloads.empty()
    await listener.close()


async def test_listening_survives_a_lost_connection(
    database: Database, pool: Pool, superuser: asyncpg.Connection
) -> None:
    """It goes on looking meanwhile and hears again afterwards."""
    async with listening(database.service_dsn) as listener:
        looks = listener.looks(60)
        await anext(looks)
        await hint_until(pool, "a", asyncio.create_task(_next(looks)))
        await superuser.execute(
            "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE usename = 'escale_service'"
            " AND datname = current_database()"
        )
        await hint_until(pool, "a", asyncio.create_task(_next(looks)))


async def test_who_looks_needs_no_server() -> None:
    """At once, and then at their own pace."""
    async with listening("postgresql://escale_service:x@127.0.0.1:1/escale") as listener:
        looks = listener.looks(0.05)
        async with asyncio.timeout(LONG_ENOUGH):
            await anext(looks)
            await anext(looks)


async def test_a_hint_that_cannot_leave_is_forgotten(pool: Pool) -> None:
    """The append was recorded; a lost hint only makes others poll."""
    await pool.close()
    async with Hinter(pool) as hinter:
        hinter.grown("a")
    with pytest.raises(asyncpg.InterfaceError):
        await pool.execute("SELECT 1")
