"""Both stores, empty but for one founded ledger."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from domain.kernel.ledger import Ledger, LedgerKind
from eventstore.memory import MemoryLedger
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from tests.eventstore.making import NOW, ORGANISATION
from tests.support.postgres import Database, PostgresForTests


@pytest.fixture(params=["postgres", "memory"])
async def ledger(request: pytest.FixtureRequest, postgres: PostgresForTests) -> AsyncIterator[Ledger]:
    """Each store in turn, founded."""
    if request.param == "memory":
        store = MemoryLedger()
        await store.found(ORGANISATION, LedgerKind.REAL, NOW)
        yield store
        return
    database = await postgres.fresh_database()
    pool = await open_pool(database.service_dsn)
    kept = PostgresLedger(pool)
    await kept.found(ORGANISATION, LedgerKind.REAL, NOW)
    yield kept
    pool.terminate()
    await postgres.drop(database)


@pytest.fixture
async def pool(database: Database) -> AsyncIterator[asyncpg.Pool]:
    """The service's connections to a database of the test's own."""
    opened = await open_pool(database.service_dsn)
    yield opened
    opened.terminate()


@pytest.fixture
async def postgres_ledger(pool: asyncpg.Pool) -> PostgresLedger:
    """The ledger in PostgreSQL, founded."""
    kept = PostgresLedger(pool)
    await kept.found(ORGANISATION, LedgerKind.REAL, NOW)
    return kept


@pytest.fixture
async def superuser(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection that may do anything: the tamperer's."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


@pytest.fixture
async def owner(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection as the owner of the tables."""
    connection = await asyncpg.connect(database.owner_dsn)
    yield connection
    await connection.close()
