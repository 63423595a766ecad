"""Migrations: each once, each whole, in order, and never edited afterwards."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest

from eventstore.migrate import MIGRATIONS, MigrationRefused, migrate, read_migrations
from tests.support.postgres import Database

NEXT = "0900_next.sql"
ALL = [migration.number for migration in read_migrations()]


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A copy of the migrations, to be spoiled."""
    for path in MIGRATIONS.glob("*.sql"):
        (tmp_path / path.name).write_text(path.read_text())
    return tmp_path


async def _tables(owner: asyncpg.Connection) -> set[str]:
    return {
        row[0] for row in await owner.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    }


async def test_a_second_run_does_nothing(database: Database) -> None:
    """Every start may migrate."""
    assert await migrate(database.owner_dsn) == []


async def test_only_what_is_missing_is_applied(
    database: Database, copies: Path, owner: asyncpg.Connection
) -> None:
    """A release brings its new migrations to an old database."""
    (copies / NEXT).write_text("CREATE TABLE public.next (id integer);")
    assert await migrate(database.owner_dsn, folder=copies) == [900]
    assert await _tables(owner) == {"next"}


async def test_two_that_migrate_at_once_do_it_once(database: Database, copies: Path) -> None:
    """The second waits for the first and finds nothing left to do."""
    (copies / NEXT).write_text("CREATE TABLE public.next (id integer);")
    done = await asyncio.gather(*(migrate(database.owner_dsn, folder=copies) for _ in range(4)))
    assert sorted(done) == [[], [], [], [900]]


async def test_a_migration_that_fails_leaves_nothing(
    database: Database, copies: Path, owner: asyncpg.Connection
) -> None:
    """Neither its tables nor a trace that it ran; mended, it is applied."""
    (copies / NEXT).write_text("CREATE TABLE public.next (id integer); SELECT 1 / 0;")
    with pytest.raises(asyncpg.DivisionByZeroError):
        await migrate(database.owner_dsn, folder=copies)
    assert await _tables(owner) == set()
    (copies / NEXT).write_text("CREATE TABLE public.next (id integer);")
    assert await migrate(database.owner_dsn, folder=copies) == [900]


async def test_an_edited_migration_is_refused(database: Database, copies: Path) -> None:
    """The message names it and says what to do instead."""
    edited = copies / "0002_ledger.sql"
    edited.write_text(edited.read_text() + "-- a harmless remark\n")
    with pytest.raises(
        MigrationRefused, match=r"0002_ledger was edited .* put the change into a new migration"
    ):
        await migrate(database.owner_dsn, folder=copies)


async def test_a_database_from_a_newer_release_is_refused(database: Database, copies: Path) -> None:
    """An old release must not run on what it does not know."""
    (copies / NEXT).write_text("CREATE TABLE public.next (id integer);")
    await migrate(database.owner_dsn, folder=copies)
    with pytest.raises(MigrationRefused, match=r"\[900\]"):
        await migrate(database.owner_dsn)


async def test_two_migrations_of_one_number_are_refused(database: Database, copies: Path) -> None:
    """Two branches that met; one of them must move."""
    (copies / "0001_again.sql").write_text("SELECT 1;")
    with pytest.raises(MigrationRefused, match="share a number"):
        await migrate(database.owner_dsn, folder=copies)


async def test_a_new_database_gets_every_migration_and_the_same_schema(
    database: Database, superuser: asyncpg.Connection
) -> None:
    """The schema is what the migrations make, from scratch, each remembered."""
    await superuser.execute("CREATE DATABASE scratch OWNER escale_owner")
    scratch_dsn = database.owner_dsn.replace(database.name, "scratch")
    try:
        assert await migrate(scratch_dsn) == ALL
        assert await _schema(scratch_dsn) == await _schema(database.owner_dsn)
    finally:
        await superuser.execute("DROP DATABASE scratch WITH (FORCE)")


async def test_the_service_logs_in_with_the_password_given(database: Database) -> None:
    """Whatever characters it holds."""
    password = "l'été % \\ \" 'quoted'"  # noqa: S105 - of this test
    try:
        await migrate(database.owner_dsn, password)
        connection = await asyncpg.connect(database.service_dsn, password=password)
        assert await connection.fetchval("SELECT current_user") == "escale_service"
        await connection.close()
    finally:
        await migrate(database.owner_dsn, _password(database.service_dsn))


async def _schema(dsn: str) -> list[tuple[object, ...]]:
    """Columns, indexes, functions and privileges."""
    connection = await asyncpg.connect(dsn)
    try:
        rows = await connection.fetch(
            """
            SELECT 'column', table_schema, table_name, column_name, data_type, is_nullable
            FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
            UNION ALL SELECT 'index', schemaname, tablename, indexname, indexdef, ''
            FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            UNION ALL SELECT 'function', pronamespace::regnamespace::text, proname, md5(prosrc), '', ''
            FROM pg_proc WHERE pronamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
            UNION ALL SELECT 'grant', table_schema, table_name, grantee, privilege_type, ''
            FROM information_schema.table_privileges WHERE grantee = 'escale_service'
            ORDER BY 1, 2, 3, 4, 5
            """
        )
        return [tuple(row) for row in rows]
    finally:
        await connection.close()


def _password(dsn: str) -> str:
    return str(urlsplit(dsn).password)
