"""Hints: soon, few, and never relied upon."""

import asyncio
from collections.abc import AsyncGenerator

import asyncpg
import pytest
from asyncpg.pool import Pool

from eventstore.hint import CHANNEL, Hinter, hints
from tests.support.postgres import Database

SOON = 5.0


async def _next(listening: AsyncGenerator[frozenset[str], None]) -> frozenset[str]:
    async with asyncio.timeout(SOON):
        return await anext(listening)


async def test_a_listener_hears_which_ledgers_grew(database: Database, pool: Pool) -> None:
    """Long before it would have polled."""
    listening = hints(database.service_dsn, every=0.05)
    assert await _next(listening) == frozenset()
    await listening.aclose()
    listening = hints(database.service_dsn, every=60)
    waiting = asyncio.create_task(_next(listening))
    heard: frozenset[str] = frozenset()
    async with Hinter(pool) as hinter:
        while not waiting.done():
            hinter.grown("a")
            await asyncio.sleep(0.02)
        heard = await waiting
    assert heard == {"a"}
    await listening.aclose()


async def test_hints_of_one_moment_leave_together(database: Database, pool: Pool) -> None:
    """A thousand appends make a handful of notifications, not a thousand."""
    listener = await asyncpg.connect(database.service_dsn)
    payloads: asyncio.Queue[object] = asyncio.Queue()
    await listener.add_listener(CHANNEL, lambda _connection, _pid, _channel, said: payloads.put_nowait(said))
    async with Hinter(pool) as hinter:
        for number in range(1000):
            hinter.grown("ab"[number % 2])
    async with asyncio.timeout(SOON):
        assert sorted([str(await payloads.get()), str(await payloads.get())]) == ["a", "b"]
    await listener.execute("SELECT 1")  # whatever was notified before has arrived with this answer
    assert payloads.empty()
    await listener.close()


async def test_listening_survives_a_lost_connection(
    database: Database, pool: Pool, superuser: asyncpg.Connection
) -> None:
    """It goes on polling meanwhile and hears again afterwards."""
    listening = hints(database.service_dsn, every=0.1)
    await _next(listening)
    await superuser.execute(
        "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE usename = 'escale_service'"
        " AND datname = current_database()"
    )
    heard: set[str] = set()
    async with asyncio.timeout(SOON), Hinter(pool) as hinter:
        while not heard:
            hinter.grown("a")
            heard |= await _next(listening)
    assert heard == {"a"}
    await listening.aclose()


async def test_listening_begins_while_the_server_is_away() -> None:
    """Whoever iterates polls at its own pace, with or without a server."""
    listening = hints("postgresql://escale_service:x@127.0.0.1:1/escale", every=0.05)
    assert [await _next(listening), await _next(listening)] == [frozenset(), frozenset()]
    await listening.aclose()


async def test_a_hint_that_cannot_leave_is_forgotten(pool: Pool) -> None:
    """The append was recorded; a lost hint only makes others poll."""
    await pool.close()
    async with Hinter(pool) as hinter:
        hinter.grown("a")
    with pytest.raises(asyncpg.InterfaceError):
        await pool.execute("SELECT 1")
