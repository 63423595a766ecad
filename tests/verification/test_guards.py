"""What is expected of the guards comes from the migrations that ship."""

from tests.support.postgres import Database
from tests.verification.write_guards import laid_in, written
from verification.guards import LAID


async def test_what_is_expected_is_what_the_migrations_lay(database: Database) -> None:
    """After a migration was added: ``python -m tests.verification.write_guards``."""
    assert LAID.read_text(encoding="utf-8") == written(await laid_in(database.service_dsn))
