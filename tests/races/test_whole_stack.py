"""Twenty races through the whole stack: a worker and Temporal follow while four processes decide."""

from pathlib import Path

import pytest

from config import Settings
from domain.kernel.ids import funding_stream
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS, day_of, write_instant
from projections.fundings import FundingFilter
from projections.pages import every_row
from tests.life.house import House, inhabited, settings_for
from tests.life.processes import seen_by_workflow, worker_process
from tests.races.contestants import Course, contestants
from tests.races.course import GRANT, envelope_of, is_full, lay_out
from tests.races.referee import DECISIONS, PROCESSES, run
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING
from tests.support.smtp import SmtpCatcher
from tests.support.waiting import LONG_ENOUGH

RACES = 20
PATIENCE = 180.0
"""Seconds for every file to be followed."""


@pytest.fixture
def settings(
    tmp_path: Path,
    database: Database,
    smtp_catcher: SmtpCatcher,
    temporal_server: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Settings:
    """Settings for a service, and for a worker in a process of its own."""
    monkeypatch.setenv("TEMPORAL_ADDRESS", temporal_server)
    return settings_for(tmp_path, database.service_dsn, (smtp_catcher.host, smtp_catcher.port))


async def test_of_a_hundred_decisions_one_is_granted_and_its_workflow_and_the_read_model_know(
    settings: Settings, tmp_path: Path
) -> None:
    """The races go on while files are followed; in the end everybody says what the ledger says."""
    async with inhabited(settings, LedgerKind.REAL) as house:
        with worker_process(settings, tmp_path / "worker.log"):
            at = await lay_out(house, RACES + DECISIONS - 1)
            dsn = settings.database_url.get_secret_value()
            course = Course(dsn, tmp_path, house.organisation, house.people["board"], write_instant(at))
            with contestants(course, PROCESSES) as crew:
                won = await run(house, crew, day_of(at, PARIS).year, RACES)
            await house.followed(PATIENCE)
            await _everybody_knows(settings, house, won, day_of(at, PARIS).year)
        ledger, head = house.service.ledger, await house.service.ledger.head(house.organisation)
        assert [one async for one in ledger.verify(house.organisation)][-1] == head.position


async def _everybody_knows(settings: Settings, house: House, won: list[str], year: int) -> None:
    await is_full(house, year, won)
    for funding in won:
        stream = funding_stream(funding)
        found = await house.service.ledger.read_streams(house.organisation, {stream: 0})
        granted = [one.position for one in found[stream] if b'"FundingGranted"' in one.body]
        assert len(granted) == 1
        assert await seen_by_workflow(settings, house, stream) >= granted[0]
    head = await house.service.ledger.head(house.organisation)
    freshness = await house.service.read_models.wait_for(house.organisation, head.position, LONG_ENOUGH)
    assert freshness.reached
    [line] = (await house.service.read_models.envelopes(house.organisation, EVERYTHING)).rows
    assert (line.envelope, line.reserved_cents, line.balance_cents) == (
        envelope_of(year),
        GRANT * RACES,
        1,
    )
    granted_ones = FundingFilter(status="granted")
    asked = every_row(house.service.read_models.fundings, house.organisation, EVERYTHING, granted_ones)
    assert {one.funding async for one in asked} == set(won)
