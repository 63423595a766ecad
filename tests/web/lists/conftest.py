"""One house for all lists: what people keep of them is theirs, and lists change nothing else."""

from collections.abc import Iterator

import pytest

from tests.cli.house import House, house_of_examples
from tests.support.postgres import PostgresForTests


@pytest.fixture(scope="package")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The examples, imported once."""
    with house_of_examples(postgres, tmp_path_factory.mktemp("home")) as made:
        yield made
