"""How many statements a page takes, once everything is kept that can be."""

from collections.abc import Sequence

import asyncpg
from asyncpg.connection import LoggedQuery

from bootstrap import published_rulebooks, wire
from eventstore.hint import Hinter
from eventstore.pool import Connection
from tests.cli.house import House
from tests.web.house import SiteHouse
from web.site import open_site

COMMON = 4
"""Who is signed in, the organisation’s people and roles, the clock of a simulation, how much waits."""


async def statements_of(house: House, person: str, address: str) -> Sequence[str]:
    """What is asked of the database when somebody looks at a page for the second time."""
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
    async with SiteHouse(house, site).client_as(person) as client:
        await client.get(address)
        said.clear()
        assert (await client.get(address)).status_code == 200
    pool.terminate()
    return [one.query for one in said]
