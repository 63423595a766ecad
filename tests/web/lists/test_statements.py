"""Lists cost as many statements as pages of their kind may, however many files there are."""

import asyncpg
import pytest
from asyncpg.connection import LoggedQuery

from bootstrap import published_rulebooks, wire
from eventstore.hint import Hinter
from eventstore.pool import Connection
from tests.cli.house import NOUR, House
from tests.web.house import SiteHouse
from web.site import open_site

COMMON = 4
"""Who is signed in, the organisation’s people and roles, the clock of a simulation, how much waits."""
MOST = {
    "/o/demo/": 7,
    "/o/demo/dossiers": 6,
    "/o/demo/dossiers?region=paca-corse&etat=active&q=noailles&tri=contact": 6,
    "/o/demo/dossiers?vue=phases": 7,
    "/o/demo/recherche?q=noailles": 2,
    "/o/demo/agenda": 5,
}


@pytest.mark.parametrize("address", MOST)
async def test_a_list_takes_so_many_statements(house: House, address: str) -> None:
    """Its own, and those of every page; a second time everything that can be kept is."""
    said: list[LoggedQuery] = []

    async def listening(connection: Connection) -> None:
        connection.add_query_logger(said.append)

    async def keeping(_: "asyncpg.Connection[asyncpg.Record]") -> None:
        """Reset nothing, as the service's own pool: that would be a statement, too."""

    settings = house.settings()
    pool = await asyncpg.create_pool(
        house.database.service_dsn, min_size=1, max_size=1, setup=listening, reset=keeping
    )
    site = open_site(settings, wire(settings, pool, published_rulebooks(), Hinter(pool)))
    async with SiteHouse(house, site).client_as(NOUR) as client:
        await client.get(address)
        said.clear()
        assert (await client.get(address)).status_code == 200
    pool.terminate()
    assert len(said) == COMMON + MOST[address], [one.query for one in said]
