"""A house in which money was asked for, decided and half paid, an opinion asked: as on 1 March 2027."""

from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest
from asyncpg.connection import LoggedQuery

from bootstrap import published_rulebooks, wire
from eventstore.hint import Hinter
from eventstore.pool import Connection
from tests.cli.beside_story import house_of_money
from tests.cli.house import House
from tests.support.postgres import PostgresForTests
from tests.web.house import SiteHouse
from web.site import open_site


@pytest.fixture(scope="package")
def story(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The story, told once: pages change nothing of it."""
    with house_of_money(postgres, tmp_path_factory.mktemp("home")) as made:
        yield made


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
