"""Rows that stood before lists were asked for with a scope say afterwards what a rebuild would make them say."""

import asyncpg

from eventstore.migrate import migrate
from projections.runner import Runner
from tests.projections.dump import dump
from tests.projections.making import ORGANISATION, Writer
from tests.projections.test_beside import all_kinds
from tests.support.postgres import Database

BEFORE = """
ALTER TABLE read_models.agenda DROP COLUMN region, DROP COLUMN involved;
ALTER TABLE read_models.tasks DROP COLUMN file_region, DROP COLUMN involved;
DROP INDEX IF EXISTS read_models.portfolio_by_name;
DROP INDEX read_models.fundings_by_name, read_models.tasks_by_since;
DELETE FROM migrations.applied WHERE number = 41;
"""


async def test_rows_that_stand_already_are_given_their_region_and_who_is_involved(
    writer: Writer, runner: Runner, database: Database, superuser: asyncpg.Connection
) -> None:
    """Of cooperations, reviews and fundings; bank details live nowhere."""
    await all_kinds(writer)
    await runner.catch_up(ORGANISATION)
    folded = await dump(database)
    await superuser.execute(BEFORE)
    assert await migrate(database.owner_dsn) == [41]
    assert await dump(database) == folded
