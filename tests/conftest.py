"""What every test may ask for: a real PostgreSQL, a real Temporal, a mail catcher."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.support.postgres import Database, PostgresForTests, serve_postgres


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresForTests]:
    """Serve one PostgreSQL for the whole session, with a migrated template to clone databases from."""
    with serve_postgres(tmp_path_factory.mktemp("postgres")) as server:
        server.make_template()
        yield server


@pytest.fixture
async def database(postgres: PostgresForTests) -> AsyncIterator[Database]:
    """Lend a migrated, empty database of the test's own; drop it afterwards."""
    made = await postgres.fresh_database()
    yield made
    await postgres.drop(made)
