"""A house in which money was asked for, decided and half paid, an opinion asked: as on 1 March 2027."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
from asyncpg.connection import LoggedQuery

from bootstrap import published_rulebooks, wire
from eventstore.hint import Hinter
from eventstore.pool import Connection
from tests.cli import beside_story
from tests.cli.house import ADMINISTRATOR, House
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart
from tests.web.house import SiteHouse
from web.site import open_site

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="package")
def story(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The story, told once: pages change nothing of it."""
    database = run_apart(postgres.fresh_database())
    made = House(tmp_path_factory.mktemp("home"), database)
    made.found("demo", "simulation", "--clock", "2027-03-01")
    files = [str(EXAMPLES / f"{name}.yaml") for name in beside_story.FILES]
    imported = made.run("import", *files, "--as", ADMINISTRATOR)
    assert imported.code == 0, imported.err
    run_apart(beside_story.told(made))
    made.fold()
    yield made
    run_apart(postgres.drop(database))


@pytest.fixture
def said() -> list[LoggedQuery]:
    """The statements that were sent."""
    return []


@pytest.fixture
async def pages(story: House, said: list[LoggedQuery]) -> AsyncIterator[SiteHouse]:
    """The site of the story, on connections that tell what they are asked."""

    async def listening(connection: Connection) -> None:
        connection.add_query_logger(said.append)

    async def keeping(_: "asyncpg.Connection[asyncpg.Record]") -> None:
        """Reset nothing, as the service's own pool."""

    dsn = story.database.service_dsn
    pool = await asyncpg.create_pool(dsn, min_size=1, max_size=4, setup=listening, reset=keeping)
    settings = story.settings()
    yield SiteHouse(story, open_site(settings, wire(settings, pool, published_rulebooks(), Hinter(pool))))
    pool.terminate()
