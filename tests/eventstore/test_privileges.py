"""What the database itself refuses: history is only ever added to, by the one function that chains it."""

import pytest
from asyncpg import Connection, InsufficientPrivilegeError
from asyncpg.pool import Pool

from eventstore.postgres import PostgresLedger
from tests.eventstore.making import NOW, ORGANISATION, command, event, message, note, secret

CHANGES = [
    f"{change} {table}{rest}"
    for table in ("ledger.events", "ledger.outcomes")
    for change, rest in (
        ("UPDATE", " SET recorded_at = now()"),
        ("DELETE FROM", ""),
        ("TRUNCATE", ""),
    )
]
BEHIND_THE_FUNCTIONS = [
    "INSERT INTO ledger.events SELECT * FROM ledger.events",
    "INSERT INTO ledger.outcomes SELECT * FROM ledger.outcomes",
    "INSERT INTO ledger.heads SELECT * FROM ledger.heads",
    "UPDATE ledger.heads SET position = 0",
    "DELETE FROM ledger.heads",
    "UPDATE vault.secrets SET value = ''",
    "DELETE FROM vault.secrets",
    "UPDATE vault.command_keys SET key = ''",
    "UPDATE vault.import_secrets SET secret = ''",
    "DELETE FROM vault.import_secrets",
    "DELETE FROM mail.outbox",
    "UPDATE mail.outbox SET content = ''",
    "INSERT INTO ledger.clocks SELECT * FROM ledger.clocks",
    "ALTER TABLE ledger.events DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "DELETE FROM migrations.applied",
    "CREATE TABLE ledger.mine (id integer)",
]


@pytest.fixture
async def written(postgres_ledger: PostgresLedger) -> None:
    """A ledger with something to lose."""
    kept = command("c2", {"a": 1}, event("a", 2), secrets=(secret("s1"),), messages=(message("m1"),))
    await postgres_ledger.append(ORGANISATION, [note("c1", "a", 1), kept], NOW)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("statement", CHANGES + BEHIND_THE_FUNCTIONS)
async def test_the_service_can_only_add(pool: Pool, statement: str) -> None:
    """Its role lacks the privilege, so a stolen password rewrites nothing."""
    with pytest.raises(InsufficientPrivilegeError):
        await pool.execute(statement)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("statement", CHANGES)
async def test_not_even_the_owner_changes_history(owner: Connection, statement: str) -> None:
    """Triggers refuse what privileges cannot, and say why."""
    with pytest.raises(InsufficientPrivilegeError, match="history is only ever added to"):
        await owner.execute(statement)


async def test_the_service_has_no_other_powers(owner: Connection) -> None:
    """It is no superuser, makes no databases or roles, replicates nothing, bypasses no policy."""
    powers = await owner.fetchrow(
        "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles"
        " WHERE rolname = 'escale_service'"
    )
    assert powers is not None
    assert set(powers.values()) == {False}


async def test_nobody_else_may_write(owner: Connection) -> None:
    """The functions that write are granted to the service alone."""
    open_to_all = await owner.fetch(
        "SELECT proname FROM pg_proc WHERE prosecdef AND has_function_privilege('public', oid, 'EXECUTE')"
    )
    assert open_to_all == []
