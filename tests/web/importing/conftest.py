"""One house for all sheets but those of money: each test brings in what no other does."""

from collections.abc import Iterator

import pytest

from tests.cli.house import House, house_of_examples
from tests.support.postgres import PostgresForTests


@pytest.fixture(scope="package")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The people and two cooperations of the examples."""
    with house_of_examples(postgres, tmp_path_factory.mktemp("home")) as made:
        yield made
