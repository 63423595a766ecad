"""A thousand races of a hundred decisions for the last euro, from four processes, at the store."""

from collections import deque
from pathlib import Path

import pytest

from bootstrap import open_service
from config import Settings
from domain.ledger import LedgerKind
from domain.moments import day_of, write_instant
from tests.life.house import BEGINNING, House, inhabited, settings_for
from tests.races.contestants import Contestants, Course, Finish, contestants
from tests.races.course import envelope_of, is_full, lay_out, top_up
from tests.support.postgres import Database

RACES, DECISIONS, PROCESSES = 1_000, 100, 4


@pytest.fixture
def settings(tmp_path: Path, database: Database) -> Settings:
    """Settings of a service without a worker: only the store is raced at."""
    return settings_for(tmp_path, database.service_dsn, ("localhost", 9))


def one_won(finishes: list[Finish], envelope: str) -> str:
    """One was granted; all others were refused, with the balance that they saw. The funding that won."""
    [winner] = [one for one in finishes if one.outcome == "recorded"]
    losers = [one for one in finishes if one is not winner]
    assert len(losers) == DECISIONS - 1
    assert {(one.outcome, one.code) for one in losers} == {("refused", "envelope_exhausted")}
    left = f"€0.01 is left in the envelope “{envelope}”; it would take €15,000."
    assert {one.message for one in losers} == {left}
    return winner.funding


async def run(house: House, crew: Contestants, year: int, races: int) -> list[str]:
    """Race after race, those that lost among the next; the fundings that won."""
    waiting = deque(f"f{number}" for number in range(races + DECISIONS - 1))
    won: list[str] = []
    for number in range(races):
        await top_up(house, year)
        field = [waiting.popleft() for _ in range(DECISIONS)]
        won.append(one_won(await crew.race(number, field), envelope_of(year)))
        await is_full(house, year, won)
        waiting.extendleft(one for one in field if one != won[-1])
    return won


async def test_of_a_hundred_decisions_for_the_last_euro_one_is_granted_a_thousand_times(
    settings: Settings,
) -> None:
    """Never two, never none; the envelope is never over, read afresh it says the same, and the chain verifies."""
    async with inhabited(settings, LedgerKind.REAL, beginning=BEGINNING) as house:
        at = await lay_out(house, RACES + DECISIONS - 1)
        dsn = settings.database_url.get_secret_value()
        course = Course(dsn, settings.home, house.organisation, house.people["board"], write_instant(at))
        year = day_of(at).year
        with contestants(course, PROCESSES) as crew:
            won = await run(house, crew, year, RACES)
        assert len(set(won)) == RACES
        ledger, head = house.service.ledger, await house.service.ledger.head(house.organisation)
        assert [one async for one in ledger.verify(house.organisation)][-1] == head.position
        async with open_service(settings) as afresh:
            await is_full(House(afresh, house.organisation), year, won)
