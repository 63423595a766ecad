"""A house to run the command line in: a database of the module's own, and the console script itself."""

from collections.abc import Iterator

import pytest

from language import speaking
from tests.cli.house import House, house_of_examples
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart


@pytest.fixture(scope="module")
def empty_house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A migrated database in which nothing was founded."""
    database = run_apart(postgres.fresh_database())
    yield House(tmp_path_factory.mktemp("home"), database)
    run_apart(postgres.drop(database))


@pytest.fixture(scope="module")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A simulation on 23 November 2026, with the people and two cooperations of the examples."""
    with house_of_examples(postgres, tmp_path_factory.mktemp("home")) as made:
        yield made


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
