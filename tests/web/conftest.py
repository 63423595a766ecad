"""A site over a database of the module's own, with the examples in it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.cli.house import ADMINISTRATOR, House
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart
from tests.web.house import SiteHouse, site_of_house

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A simulation on 23 November 2026, with the people and two cooperations of the examples, read models folded."""
    database = run_apart(postgres.fresh_database())
    made = House(tmp_path_factory.mktemp("home"), database)
    made.found("demo", "simulation", "--clock", "2026-11-23")
    files = [str(EXAMPLES / f"{name}.yaml") for name in ("people", "noailles", "citees")]
    imported = made.run("import", *files, "--as", ADMINISTRATOR)
    assert imported.code == 0, imported.err
    made.fold()
    yield made
    run_apart(postgres.drop(database))


@pytest.fixture
async def site_house(house: House) -> AsyncIterator[SiteHouse]:
    """The site of the house; each test has a service of its own over the module's database."""
    async with site_of_house(house) as made:
        yield made
