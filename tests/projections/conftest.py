"""A ledger, its read models and a writer, on a database of the test's own."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from application.rulebooks.shelf import YamlRulebooks
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from projections.read import ReadModels
from projections.runner import Runner
from tests.projections.making import Writer
from tests.support.postgres import Database


@pytest.fixture
async def pool(database: Database) -> AsyncIterator[asyncpg.Pool]:
    """The service's connections."""
    opened = await open_pool(database.service_dsn)
    yield opened
    opened.terminate()


@pytest.fixture
def ledger(pool: asyncpg.Pool) -> PostgresLedger:
    """The ledger."""
    return PostgresLedger(pool)


@pytest.fixture(scope="session")
def rulebooks() -> YamlRulebooks:
    """A rulebook of the tests' own."""
    return YamlRulebooks(Path(__file__).parent)


@pytest.fixture
def writer(ledger: PostgresLedger) -> Writer:
    """Who appends given events."""
    return Writer(ledger)


@pytest.fixture
def runner(pool: asyncpg.Pool, ledger: PostgresLedger, rulebooks: YamlRulebooks) -> Runner:
    """Who folds them."""
    return Runner(pool, ledger, rulebooks)


@pytest.fixture
def read_models(pool: asyncpg.Pool, rulebooks: YamlRulebooks) -> ReadModels:
    """Who reads the rows."""
    return ReadModels(pool)


@pytest.fixture
async def superuser(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection that may do anything."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()
