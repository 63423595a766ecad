"""Nothing is found where nothing was changed: beside others who write, after an upgrade, after a rebuild."""

import shutil
from pathlib import Path

from bootstrap import wire
from config import Settings
from eventstore.hint import Hinter
from eventstore.migrate import MIGRATIONS, migrate
from eventstore.pool import open_pool
from projections.rebuild import rebuild
from tests.support.postgres import Database, PostgresForTests
from tests.verification.conftest import Patient
from tests.verification.living import (
    ADMINISTRATOR,
    EXERCISE,
    FILE,
    GONE,
    OTHER,
    RULEBOOKS,
    ZOE,
    do,
    found_organisation,
)
from verification.findings import Code
from verification.read_models import Extent
from verification.store import reading
from verification.verify import organisations, verify_database, verify_ledger


async def test_an_untouched_ledger_holds(patient: Patient) -> None:
    """With texts, letters in every state, a refusal, a person who was erased, and its read models."""
    await patient.changed("SELECT 1")
    for organisation in (EXERCISE, OTHER):
        verified = await patient.ledger(organisation, Extent.ALL)
        assert verified.found.kept == []
        assert verified.ledger is not None
        assert verified.held_to == verified.ledger.position > 0
        assert str(verified.anchor) == f"{verified.ledger.position}:{verified.ledger.hash.hex()}"
    assert (await patient.database()).kept == []


async def test_what_is_recorded_meanwhile_is_no_finding(lived: Database) -> None:
    """Somebody writes, is refused, is erased; a letter has no claim, another came back and the ledger does not know."""
    pool = await open_pool(lived.service_dsn)
    async with Hinter(pool) as hinter:
        service = wire(Settings(mail_sender="escale@exemple.fr"), pool, RULEBOOKS, hinter)
        async with reading(pool) as store:
            assert await organisations(store) == [OTHER, EXERCISE]
            first = await verify_ledger(store, EXERCISE)
            await do(service, "RecordContact", "more", ZOE, cooperation=FILE, kind="visit", note="Encore.")
            await do(service, "GrantRole", "again", ZOE, person=ZOE, role="board", recorded=False)
            await rebuild(pool, service.ledger, RULEBOOKS)
            await pool.execute(
                "SELECT mail.enqueue($1, 'letter-1', 'access', 'organisation', $2, 's', 'c', now())",
                EXERCISE,
                ZOE,
            )
            came_back = (
                "UPDATE mail.outbox SET state = 'failed', reported = false WHERE state = 'sent' RETURNING id"
            )
            assert await pool.fetch(came_back)
            second = await verify_ledger(store, EXERCISE, extent=Extent.ALL, rulebooks=RULEBOOKS)
            assert (first.found.kept, second.found.kept) == ([], [])
            assert second.held_to > first.held_to
            assert (await verify_database(store)).kept == []
    pool.terminate()


async def test_a_database_from_before_is_found_behind_and_then_whole(
    postgres: PostgresForTests, tmp_path: Path
) -> None:
    """What was erased before erasures were noted counts as erased; rows outside the ledger stop no migration."""
    for path in MIGRATIONS.glob("00[01]*.sql"):
        shutil.copy(path, tmp_path)
    await postgres.server.run_sql("CREATE DATABASE before OWNER escale_owner")
    owner, service_dsn = postgres.owner_dsn("before"), postgres.service_dsn("before")
    await migrate(owner, folder=tmp_path)
    pool = await open_pool(service_dsn)
    async with Hinter(pool) as hinter:
        service = wire(Settings(mail_sender="escale@exemple.fr"), pool, RULEBOOKS, hinter)
        await found_organisation(service, "avant")
        await do(
            service,
            "RegisterPerson",
            "gone",
            ADMINISTRATOR,
            organisation="avant",
            name="Léo Parti",
            email="leo@exemple.fr",
        )
        assert await service.vault.erase("avant", GONE) == 2
    await postgres.server.run_sql(
        """SET session_replication_role = replica; INSERT INTO ledger.events
        SELECT 0, recorded_at, 9, organisation, stream, hash, body, content FROM ledger.events WHERE position = 1""",
        "before",
    )
    async with reading(pool) as store:
        assert Code.MIGRATIONS_MISSING in [one.code for one in (await verify_database(store)).kept]
        await migrate(owner)
        assert (await verify_database(store)).kept == []
        found = (await verify_ledger(store, "avant")).found.kept
        assert [(one.code, one.position) for one in found] == [(Code.POSITION_OUTSIDE, 0)]
    pool.terminate()
