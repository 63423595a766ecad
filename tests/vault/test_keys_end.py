"""What the worker does daily ends the keys of digests that are due."""

from pathlib import Path

from pydantic import SecretStr

from bootstrap import open_service
from bootstrap_temporal import swept_daily
from config import Settings
from domain.kernel.ledger import Known, LedgerKind
from tests.application.test_sweep import Workflows
from tests.eventstore.making import NOW, ORGANISATION, note
from tests.support.postgres import Database


async def test_the_daily_sweep_ends_the_keys_that_are_due(database: Database, tmp_path: Path) -> None:
    """Of a real organisation by the time of day: its command was recorded long ago."""
    settings = Settings(home=tmp_path, database_url=SecretStr(database.service_dsn))
    async with open_service(settings) as service:
        await service.ledger.found(ORGANISATION, LedgerKind.REAL, NOW)
        sent = note("c1", "a", 1)
        await service.ledger.append(ORGANISATION, [sent], NOW)
        await swept_daily(service, Workflows(), ORGANISATION)
        [answer] = await service.ledger.append(ORGANISATION, [sent], NOW)
    assert isinstance(answer, Known)
    assert answer.digest_key is None
