"""A house in memory with a story, told once; services on a database that tells what it is asked, and its ledger."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
from asyncpg.connection import LoggedQuery
from pydantic import SecretStr

from application.rulebooks.shelf import YamlRulebooks
from bootstrap import Service, wire
from config import Settings
from eventstore.hint import Hinter
from eventstore.pool import Connection, open_pool
from eventstore.postgres import PostgresLedger
from projections.runner import Runner
from tests.application.house import House
from tests.projections.making import Writer
from tests.queries.house import story_house
from tests.support.postgres import Database
from tests.support.waiting import run_apart

RULEBOOKS = YamlRulebooks(Path(__file__).parents[1] / "projections")


@pytest.fixture(scope="package")
def told() -> House:
    """The house of the story: questions change nothing of it."""
    return run_apart(story_house())


@pytest.fixture
def said() -> list[LoggedQuery]:
    """The statements that were sent."""
    return []


@pytest.fixture
async def service(database: Database, said: list[LoggedQuery], tmp_path: Path) -> AsyncIterator[Service]:
    """The service on a database of the test's own."""

    async def listening(connection: Connection) -> None:
        connection.add_query_logger(said.append)

    async def keeping(_: "asyncpg.Connection[asyncpg.Record]") -> None:
        """Reset nothing, as the service's own pool: that would be a statement, too."""

    pool = await asyncpg.create_pool(
        database.service_dsn, min_size=1, max_size=1, setup=listening, reset=keeping
    )
    settings = Settings(home=tmp_path, database_url=SecretStr(database.service_dsn))
    yield wire(settings, pool, RULEBOOKS, Hinter(pool))
    pool.terminate()


@pytest.fixture
async def others(database: Database) -> AsyncIterator[asyncpg.Pool]:
    """Connections of those who write and fold."""
    opened = await open_pool(database.service_dsn)
    yield opened
    opened.terminate()


@pytest.fixture
def writer(others: asyncpg.Pool) -> Writer:
    """Who appends given events."""
    return Writer(PostgresLedger(others))


@pytest.fixture
def runner(others: asyncpg.Pool) -> Runner:
    """Who folds them."""
    return Runner(others, PostgresLedger(others), RULEBOOKS)
