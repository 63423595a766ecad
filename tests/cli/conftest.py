"""A house to run the command line in: a database of the module's own, and the console script itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from language import speaking
from tests.cli.house import ADMINISTRATOR, House
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def empty_house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A migrated database in which nothing was founded."""
    database = run_apart(postgres.fresh_database())
    yield House(tmp_path_factory.mktemp("home"), database)
    run_apart(postgres.drop(database))


@pytest.fixture(scope="module")
def house(empty_house: House) -> House:
    """A simulation on 23 November 2026, with the people and two cooperations of the examples."""
    empty_house.found("demo", "simulation", "--clock", "2026-11-23")
    files = [str(EXAMPLES / f"{name}.yaml") for name in ("people", "noailles", "citees")]
    imported = empty_house.run("import", *files, "--as", ADMINISTRATOR)
    assert imported.code == 0, imported.err
    empty_house.fold()
    return empty_house


@pytest.fixture
def english() -> Iterator[None]:
    """An English reader, whatever was spoken before and after."""
    with speaking("en"):
        yield


@pytest.fixture
def french() -> Iterator[None]:
    """A French reader."""
    with speaking("fr"):
        yield
