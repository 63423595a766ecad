"""What moved a date is read alike of rows that stood before it was kept as JSON."""

from datetime import UTC, date, datetime

import asyncpg

from eventstore.migrate import migrate
from projections.agenda import AgendaFilter, AgendaMove
from projections.read import ReadModels
from projections.runner import Runner
from tests.projections.making import ORGANISATION, Writer
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING

FAR = datetime(2030, 1, 1, tzinfo=UTC)
BEFORE = """
ALTER TABLE read_models.agenda
    ALTER COLUMN moves DROP DEFAULT,
    ALTER COLUMN moves TYPE text[] USING CASE deadline
        WHEN 'inactivity' THEN '{pause continue 2026-07-05 2026-07-15,extension - 2026-07-15 2026-09-01}'::text[]
        ELSE '{}'
    END,
    ALTER COLUMN moves SET DEFAULT '{}';
DELETE FROM migrations.applied WHERE number = 43;
"""


async def test_rows_that_stand_already_keep_what_moved_their_date(
    writer: Writer,
    runner: Runner,
    read_models: ReadModels,
    database: Database,
    superuser: asyncpg.Connection,
) -> None:
    """By a rule, by an extension, which has none, or not at all."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await runner.catch_up(ORGANISATION)
    await superuser.execute(BEFORE)
    assert await migrate(database.owner_dsn) == [43]
    lines = (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows
    first, middle, last = date(2026, 7, 5), date(2026, 7, 15), date(2026, 9, 1)
    assert {one.deadline: one.moves for one in lines} == {
        "inactivity": (
            AgendaMove(cause="pause", rule="continue", from_day=first, to_day=middle),
            AgendaMove(cause="extension", rule=None, from_day=middle, to_day=last),
        ),
        "go_decision": (),
    }
