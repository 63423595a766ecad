"""One ledger that has lived a little, in a database that every row of the tables tampers with and leaves as it was."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import asyncpg
import pytest

from bootstrap import wire
from config import Settings
from eventstore.hint import Hinter
from eventstore.pool import open_pool
from tests.support.postgres import Database, PostgresForTests
from tests.support.waiting import run_apart
from tests.verification.living import EXERCISE, RULEBOOKS, live
from tests.verification.tampering import HERE, OF_THE_OTHER, RECHAINED_THE_OTHER, rewritten
from verification.anchor import Anchor
from verification.findings import Findings
from verification.read_models import Extent
from verification.store import Store
from verification.verify import Verified, verify_database, verify_ledger


@dataclass(frozen=True)
class Patient:
    """A transaction of a superuser, who may change what they like, and the verification that comes after."""

    connection: asyncpg.Connection

    async def changed(self, script: str) -> None:
        """Change something, with the triggers off, as only a superuser can; then be the service again."""
        await self.connection.execute("SET LOCAL session_replication_role = replica")
        await self.connection.execute(script)
        await self.connection.execute(
            "SET LOCAL session_replication_role = origin; SET LOCAL ROLE escale_service"
        )

    async def rewritten(self) -> None:
        """Give the other organisation another name from its first event on, with everything made consistent."""
        await self.connection.execute("RESET ROLE")
        await self.changed(
            rewritten("exercice", "essai", 1).replace(HERE, OF_THE_OTHER) + RECHAINED_THE_OTHER
        )

    async def ledger(
        self, organisation: str = EXERCISE, extent: Extent | None = None, against: Anchor | None = None
    ) -> Verified:
        """What the verification of a ledger finds."""
        store = Store(self.connection)
        return await verify_ledger(store, organisation, extent=extent, rulebooks=RULEBOOKS, against=against)

    async def database(self) -> Findings:
        """What the verification of the database finds."""
        return await verify_database(Store(self.connection))


@pytest.fixture(scope="module")
def lived(postgres: PostgresForTests) -> Iterator[Database]:
    """A database in which a simulation has lived: people, a file, a reminder sent and one queued, an erasure."""
    database = run_apart(postgres.fresh_database())
    run_apart(_live(database))
    yield database
    run_apart(postgres.drop(database))


async def _live(database: Database) -> None:
    pool = await open_pool(database.service_dsn)
    try:
        async with Hinter(pool) as hinter:
            await live(wire(Settings(mail_sender="escale@exemple.fr"), pool, RULEBOOKS, hinter))
    finally:
        pool.terminate()


@pytest.fixture
async def patient(lived: Database) -> AsyncIterator[Patient]:
    """A transaction that is rolled back."""
    connection = await asyncpg.connect(lived.superuser_dsn)
    transaction = connection.transaction()
    await transaction.start()
    yield Patient(connection)
    await transaction.rollback()
    await connection.close()
