"""Acts announced come back after Temporal lost everything, unless the rules of their file have changed meanwhile."""

import json
from pathlib import Path
from typing import Any

import pytest

from bootstrap_temporal import mend_now
from config import Settings
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.cooperations.events.told import ReviewAsked
from domain.files.act_events import ActAnnounced, ActPerformed
from domain.kernel.ledger import LedgerKind
from domain.people.state import Organisation
from tests.life.house import House, at, inhabited, settings_for, working
from tests.life.panels import RULEBOOKS, give_opinion
from tests.life.test_recover import OwnTemporal, polling
from tests.support.postgres import Database
from tests.support.smtp import SmtpCatcher
from tests.support.waiting import wait_until


@pytest.fixture
def settings(tmp_path: Path, database: Database, smtp_catcher: SmtpCatcher) -> Settings:
    """Settings for a service; each test serves its own Temporal."""
    return settings_for(tmp_path, database.service_dsn, (smtp_catcher.host, smtp_catcher.port))


@pytest.fixture
def temporal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnTemporal:
    """A Temporal of the test's own."""
    return OwnTemporal(tmp_path / "temporal", monkeypatch)


async def done(house: House, file: str) -> list[tuple[str, str]]:
    """The acts done in a file: the day, the occurrence."""
    return [
        (f"{one.recorded_at:%Y-%m-%d}", one.event.occurrence)
        for one in await house.happened(file, ActPerformed)
        if isinstance(one.event, ActPerformed)
    ]


async def ready_to_go_on(house: House, file: str) -> None:
    """The gate of the first phase held, and going on announced."""
    await house.open(file, "acting")
    await house.do("DeclareGateItem", cooperation=file, item="contacts")
    await house.followed()
    [asked] = await house.happened(file, ReviewAsked)
    assert isinstance(asked.event, ReviewAsked)
    await give_opinion(house, asked.event.review, "jury")

    async def announced() -> bool:
        return bool(await house.happened(file, ActAnnounced))

    await wait_until(announced, "announced")
    await house.followed()


def without_going_on() -> dict[str, Any]:
    """The next version of the programme that acts: its first phase is left by people."""
    current = RULEBOOKS.current(Organisation(), "acting")
    assert current
    tree: dict[str, Any] = json.loads(json.dumps(current.written()))
    tree["version"] = current.version + 1
    tree["phases"]["exploration"]["course"] = tree["phases"]["exploration"]["course"][:1]
    return tree


async def test_what_was_announced_is_done_once_temporal_was_emptied_unless_the_rules_have_changed(
    settings: Settings, temporal: OwnTemporal
) -> None:
    """Two files are to go on by themselves; one moves to rules that leave it to people; Temporal loses everything."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house:
        with temporal.served():
            async with working(settings, RULEBOOKS):
                await ready_to_go_on(house, "stays")
                await ready_to_go_on(house, "moves")
                rules = without_going_on()
                await house.do("PublishRulebook", "administrator", rulebook=rules, reason="Avec prudence")
                await house.do("MigrateCooperation", cooperation="moves", to="acting@2", reason="D’accord")
                await house.followed()
        temporal.restore(None)
        with temporal.served():
            async with polling(settings, RULEBOOKS) as client:
                mended = await mend_now(house.service, client, house.organisation)
            assert sorted(mended.started) == ["moves", "stays"]
            async with working(settings, RULEBOOKS):
                await house.advance_to(at("2026-03-20"))
        assert await done(house, "stays") == [
            ("2026-03-02", "ask_territory/p1"),
            ("2026-03-10", "to_diagnosis/p1"),
            ("2026-03-10", "ask_portrait/p2"),
        ]
        assert await done(house, "moves") == [("2026-03-02", "ask_territory/p1")]
        assert len(await house.happened("stays", PhaseEntered)) == 2
