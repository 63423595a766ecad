"""Bring a database to the present: numbered migrations, each once, each whole or not at all."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import asyncpg

from eventstore.queries import load_queries
from eventstore.scram import scram_verifier

MIGRATIONS = Path(__file__).parent / "migrations"
_QUERIES = load_queries(Path(__file__).with_name("queries.sql"))


class MigrationRefused(Exception):
    """The database and the migrations of this release tell different pasts."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: ``NNNN_what_it_does.sql``."""

    number: int
    name: str
    script: str

    @property
    def checksum(self) -> str:
        """What tells an edited script from the one that was applied."""
        return hashlib.sha256(self.script.encode()).hexdigest()


def read_migrations(folder: Path = MIGRATIONS) -> list[Migration]:
    """The migrations of ``folder`` by number. Raises MigrationRefused if two share a number."""
    found = [
        Migration(int(path.stem[:4]), path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    ]
    for earlier, later in pairwise(found):
        if earlier.number == later.number:
            raise MigrationRefused(f"two migrations share a number: {earlier.name} and {later.name}")
    return found


async def migrate(
    owner_dsn: str, service_password: str | None = None, folder: Path = MIGRATIONS
) -> list[int]:
    """Apply what is missing, as the owner of the database; the numbers applied, none if it was up to date.

    With ``service_password`` the role ``escale_service`` may log in with it. Several may call this at once.
    Raises MigrationRefused if an applied migration was edited since, or is unknown here.
    """
    connection = await asyncpg.connect(owner_dsn)
    try:
        await connection.execute(_QUERIES["lock_migrations"])
        await connection.execute(_QUERIES["create_migrations"])
        applied = {row["number"]: row for row in await connection.fetch(_QUERIES["applied_migrations"])}
        missing = list(_missing(read_migrations(folder), applied))
        for migration in missing:
            async with connection.transaction():
                await connection.execute(migration.script)
                await connection.execute(
                    _QUERIES["record_migration"], migration.number, migration.name, migration.checksum
                )
        if service_password is not None:
            verifier = scram_verifier(service_password)
            await connection.execute(await connection.fetchval(_QUERIES["service_login"], verifier))
    finally:
        await connection.close()
    return [migration.number for migration in missing]


def _missing(known: list[Migration], applied: dict[int, asyncpg.Record]) -> Iterator[Migration]:
    if strangers := applied.keys() - {migration.number for migration in known}:
        raise MigrationRefused(
            f"the database has migrations that this release does not know: {sorted(strangers)};"
            " use a release that is at least as new as the database"
        )
    for migration in known:
        row = applied.get(migration.number)
        if row is None:
            yield migration
        elif row["checksum"] != migration.checksum:
            raise MigrationRefused(
                f"migration {migration.name} was edited after it had been applied;"
                " restore the file and put the change into a new migration"
            )
