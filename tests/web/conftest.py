"""A site over a database of the module's own, with the examples in it."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.cli.house import House, house_of_examples
from tests.support.postgres import PostgresForTests
from tests.web.house import SiteHouse, site_of_house


@pytest.fixture(scope="module")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A simulation on 23 November 2026, with the people and two cooperations of the examples, read models folded."""
    with house_of_examples(postgres, tmp_path_factory.mktemp("home")) as made:
        yield made


@pytest.fixture
async def site_house(house: House) -> AsyncIterator[SiteHouse]:
    """The site of the house; each test has a service of its own over the module's database."""
    async with site_of_house(house) as made:
        yield made
