"""A thousand races of a hundred decisions for the last euro, from four processes, at the store."""

from pathlib import Path

import pytest

from bootstrap import open_service
from config import Settings
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS, day_of, write_instant
from tests.life.house import House, inhabited, settings_for
from tests.races.contestants import Course, contestants
from tests.races.course import is_full, lay_out
from tests.races.referee import DECISIONS, PROCESSES, run
from tests.support.postgres import Database

RACES = 1_000


@pytest.fixture
def settings(tmp_path: Path, database: Database) -> Settings:
    """Settings of a service without a worker: only the store is raced at."""
    return settings_for(tmp_path, database.service_dsn, ("localhost", 9))


async def test_of_a_hundred_decisions_for_the_last_euro_one_is_granted_a_thousand_times(
    settings: Settings,
) -> None:
    """Never two, never none; the envelope is never over, read afresh it says the same, and the chain verifies."""
    async with inhabited(settings, LedgerKind.REAL) as house:
        at = await lay_out(house, RACES + DECISIONS - 1)
        dsn = settings.database_url.get_secret_value()
        course = Course(dsn, settings.home, house.organisation, house.people["board"], write_instant(at))
        year = day_of(at, PARIS).year
        with contestants(course, PROCESSES) as crew:
            won = await run(house, crew, year, RACES)
        assert len(set(won)) == RACES
        ledger, head = house.service.ledger, await house.service.ledger.head(house.organisation)
        assert [one async for one in ledger.verify(house.organisation)][-1] == head.position
        async with open_service(settings) as afresh:
            await is_full(House(afresh, house.organisation), year, won)
