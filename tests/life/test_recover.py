"""`escale recover`: whatever became of Temporal, the ledger brings every life back, and nothing goes out twice."""

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr
from temporalio.client import Client

from application.lives.sweep import Mended
from application.rulebooks.shelf import YamlRulebooks
from bootstrap import open_service
from bootstrap_temporal import connect_temporal, mend_now, sender_of, temporal_parts
from config import Settings
from domain.kernel.ledger import LedgerKind
from tests.life.house import House, at, inhabited, settings_for, working
from tests.life.panels import RULEBOOKS, ask
from tests.life.processes import details_of
from tests.life.test_fundings import request
from tests.support.postgres import Database, PostgresForTests
from tests.support.smtp import SmtpCatcher
from tests.support.temporal import serve_temporal


@pytest.fixture
def settings(tmp_path: Path, database: Database, smtp_catcher: SmtpCatcher) -> Settings:
    """Settings for a service; each test serves its own Temporal."""
    return settings_for(tmp_path, database.service_dsn, (smtp_catcher.host, smtp_catcher.port))


class OwnTemporal:
    """A Temporal whose file can be copied, emptied and put back between two servings."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch

    @contextmanager
    def served(self) -> Iterator[None]:
        """Serve it until the block ends."""
        self.folder.mkdir(exist_ok=True)
        with serve_temporal(self.folder) as (server, _):
            self._monkeypatch.setenv("TEMPORAL_ADDRESS", server.address)
            yield

    def copy(self, name: str) -> Path:
        """Keep a copy of its present state."""
        return Path(shutil.copytree(self.folder, self.folder.with_name(name)))

    def restore(self, copy: Path | None) -> None:
        """Put a copy back; None empties it."""
        shutil.rmtree(self.folder)
        if copy:
            shutil.copytree(copy, self.folder)


@pytest.fixture
def temporal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnTemporal:
    """A Temporal of the test's own."""
    return OwnTemporal(tmp_path / "temporal", monkeypatch)


@asynccontextmanager
async def polling(settings: Settings, rulebooks: YamlRulebooks | None = None) -> AsyncIterator[Client]:
    """Have only workflows and activities run: nobody follows the ledger, nobody sweeps."""
    client = await connect_temporal(settings)
    async with (
        open_service(settings, rulebooks) as service,
        temporal_parts(service, client, sender_of(service)).worker(),
    ):
        yield client


async def recover(house: House, settings: Settings, *, after_restore: bool = False) -> Mended:
    """What `escale recover` does."""
    async with polling(settings) as client:
        return await mend_now(house.service, client, house.organisation, after_restore=after_restore)


async def test_recover_with_temporal_alive_wakes_and_starts_nothing(
    settings: Settings, temporal: OwnTemporal
) -> None:
    """It may be called at any time."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house:
        with temporal.served():
            async with working(settings):
                await house.open("atelier")
                await house.followed()
            mended = await recover(house, settings)
    assert (mended.started, mended.woken, mended.failed) == ([], ["atelier"], {})


async def test_recover_with_temporal_empty_starts_every_open_file_and_repeats_nothing(
    settings: Settings, temporal: OwnTemporal
) -> None:
    """Temporal lost everything: the same deadlines hold, and what went out stays sent once."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house:
        with temporal.served():
            async with working(settings):
                await house.open("atelier")
                await house.open("clos")
                await house.hand_to_local_body("clos")
                await house.advance_to(at("2026-09-05"))
        sent = await house.reminders("atelier")
        assert len(sent) == 1
        temporal.restore(None)
        with temporal.served():
            mended = await recover(house, settings)
            assert (mended.open, mended.started, mended.woken) == (1, ["atelier"], [])
            assert await house.reminders("atelier") == sent
            async with working(settings):
                await house.advance_to(at("2026-10-05"))
        assert [str(day) for day, _, _ in await house.reminders("atelier")] == ["2026-09-02", "2026-10-02"]


async def test_recover_looks_after_reviews_and_fundings_too(
    settings: Settings, temporal: OwnTemporal
) -> None:
    """Temporal lost everything: each has its own workflow again, what has ended has none, nobody is asked twice."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house:
        with temporal.served():
            async with working(settings, RULEBOOKS):
                await house.open("atelier", "advice")
                await house.do("RequestFunding", funding="aide", cooperation="atelier", request=request())
                await ask(house, "avis", "atelier")
                key = await ask(house, "annule", "atelier", "charter")
                await house.do("CancelReview", review="annule", reason="Posée trop tôt")
                await house.advance_to(at("2026-03-05"))
        before = await house.events(key)
        temporal.restore(None)
        with temporal.served():
            async with polling(settings, RULEBOOKS) as client:
                mended = await mend_now(house.service, client, house.organisation)
            assert sorted(mended.started) == ["atelier", "funding:aide", "review:avis"]
            assert (mended.open, mended.woken, mended.strays, mended.failed) == (3, [], [], {})
            async with working(settings, RULEBOOKS):
                await house.advance_to(at("2026-03-14"))
        assert [rung for _, _, rung in await house.reminders("review:avis")] == ["invitation", "before"]
        assert await house.events(key) == before


async def test_recover_with_temporal_restored_from_an_older_copy(
    settings: Settings, temporal: OwnTemporal
) -> None:
    """Temporal remembers last month: files opened since start, closed ones end, sent reminders stay sent."""
    async with inhabited(settings, LedgerKind.SIMULATION) as house:
        with temporal.served():
            async with working(settings):
                await house.open("ancien")
                await house.open("clos")
                await house.advance_to(at("2026-08-01"))
        older = temporal.copy("older")
        with temporal.served():
            async with working(settings):
                await house.open("nouveau")
                await house.hand_to_local_body("clos")
                await house.advance_to(at("2026-10-05"))
        sent = await house.reminders("ancien")
        temporal.restore(older)
        with temporal.served():
            mended = await recover(house, settings)
            assert (mended.started, sorted(mended.woken)) == (["nouveau"], ["ancien", "clos"])
            assert await house.reminders("ancien") == sent
            async with working(settings):
                await house.advance_to(at("2027-02-03"))
        days = [(str(day), rung) for day, _, rung in await house.reminders("ancien")]
        assert days == [("2026-09-02", "due"), ("2026-10-02", "escalation"), ("2027-02-02", "before")]


async def test_after_the_ledger_was_restored_workflows_stop_until_they_live_anew(
    settings: Settings, temporal: OwnTemporal, postgres: PostgresForTests
) -> None:
    """They know another history than the ledger holds: they do nothing, and say so, until one command renews them."""
    database = settings.database_url.get_secret_value().rpartition("/")[2]
    restored = settings.model_copy(
        update={"database_url": SecretStr(postgres.service_dsn(f"{database}_restored"))}
    )
    with temporal.served():
        async with inhabited(settings, LedgerKind.SIMULATION) as house, working(settings):
            await house.open("atelier")
            await house.followed()
        await postgres.server.run_sql(f"CREATE DATABASE {database}_restored TEMPLATE {database}")
        async with open_service(settings) as service, working(settings):
            later = replace(house, service=service)
            await later.do("RecordContact", cooperation="atelier", kind="visit")
            await later.do("RecordLesson", cooperation="atelier", title="Écouter")
            await later.followed()
        async with open_service(restored) as service:
            house = replace(house, service=service)
            await service.clock_store.show(house.organisation, at("2026-09-03"))
            assert (await recover(house, restored)).failed == {"atelier": "LedgerBehind"}
            assert await house.reminders("atelier") == []
            async with polling(restored):
                assert "LedgerBehind" in await details_of(restored, house, "atelier")
            await house.do("RecordProblem", cooperation="atelier", title="Le local est pris")
            await house.do("RecordLesson", cooperation="atelier", title="Demander avant")
            still = await recover(house, restored)
            assert (still.woken, still.failed) == ([], {"atelier": "LedgerBehind"}), (
                "it grew on another history"
            )
            assert await house.reminders("atelier") == []
            renewed = await recover(house, restored, after_restore=True)
            assert (renewed.renewed, renewed.woken, renewed.failed) == (["atelier"], ["atelier"], {})
            assert [rung for _, _, rung in await house.reminders("atelier")] == ["due"]
