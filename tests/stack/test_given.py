"""What an operator names is used: beside a stack that is up it wins, or an error names both places."""

from pathlib import Path

import pytest
from pydantic import SecretStr

import bootstrap
from bootstrap import located, temporal_address
from config import Settings, SettingsContradict
from domain.kernel.ledger import LedgerUnavailable
from stack.state import Addresses

STACK = Addresses(
    database_url="postgresql://escale_service:theirsecret@127.0.0.1:5433/escale",
    database_owner_url="postgresql://escale_owner:ownersecret@127.0.0.1:5433/escale",
    temporal="127.0.0.1:7233",
    temporal_ui="",
    smtp_host="127.0.0.1",
    smtp_port=2525,
    web="http://127.0.0.1:8421",
)
ELSEWHERE = "postgresql://escale_service:oursecret@db.example.org/escale?sslmode=require"
SAME = "postgresql://somebody:oursecret@localhost:5433/escale"


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """Settings that leave all to the stack that is up in the default home."""
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "DATABASE_URL", "DATABASE_OWNER_URL", "SMTP_HOST", "SMTP_PORT"):
        monkeypatch.delenv(f"ESCALE_{name}", raising=False)
    monkeypatch.setattr(bootstrap, "stack_addresses", lambda _: STACK)
    return Settings()


def _with(settings: Settings, database: str, **more: object) -> Settings:
    return settings.model_copy(update={"database_url": SecretStr(database), **more})


def test_letters_link_to_the_stacks_pages_unless_somebody_says_where_people_reach_them(
    settings: Settings,
) -> None:
    """Behind a proxy they have an address of their own; a stack of an earlier release has no pages."""
    assert located(settings).public_url == STACK.web
    public = settings.model_copy(update={"public_url": "https://escale.example.org"})
    assert located(public).public_url == "https://escale.example.org"
    assert STACK.model_copy(update={"web": ""}).completing(settings).public_url == ""


def _database(settings: Settings) -> str:
    return located(settings).database_url.get_secret_value()


def test_what_is_left_to_the_stack_is_the_stacks(settings: Settings) -> None:
    """Database, mail and Temporal."""
    there = located(settings)
    assert (_database(settings), there.smtp_host, there.smtp_port, there.smtp_catches) == (
        STACK.database_url,
        "127.0.0.1",
        2525,
        True,
    )
    assert temporal_address(settings, None) == STACK.temporal


def test_a_database_that_is_named_wins_and_takes_nothing_of_the_stack(settings: Settings) -> None:
    """Commands meant for production do not go into the demonstration, nor its mail into the catcher."""
    there = located(_with(settings, ELSEWHERE))
    assert (there.database_url.get_secret_value(), there.smtp_host) == (ELSEWHERE, "")
    assert (
        temporal_address(_with(settings, ELSEWHERE), "temporal.example.org:7233")
        == "temporal.example.org:7233"
    )


def test_the_stacks_own_database_may_be_named(settings: Settings) -> None:
    """Under any spelling, with a home named too: its own worker is started so."""
    named = _with(Settings(home=settings.home), SAME)
    assert _database(named) == SAME
    assert located(named).smtp_port == 2525
    assert temporal_address(named, "localhost:7233") == "localhost:7233"


def test_a_relay_that_is_named_wins(settings: Settings) -> None:
    """The catcher is for who names none."""
    named = settings.model_copy(update={"smtp_host": "relay.example.org", "smtp_port": 587})
    there = located(named)
    assert (there.smtp_host, there.smtp_port, there.smtp_catches) == ("relay.example.org", 587, False)
    assert there.database_url.get_secret_value() == STACK.database_url


def test_a_home_and_another_database_contradict_each_other(settings: Settings) -> None:
    """Both are named in the sentence, without their passwords."""
    with pytest.raises(SettingsContradict) as refused:
        located(_with(Settings(home=settings.home), ELSEWHERE))
    for said in refused.value.text:
        assert "escale_service@db.example.org/escale" in said
        assert "escale_service@127.0.0.1:5433/escale" in said
        assert str(settings.home) in said
        assert "secret" not in said


def test_another_temporal_than_the_stacks_does_not_serve_its_database(settings: Settings) -> None:
    """Else `recover` would start the demonstration's lives in production."""
    with pytest.raises(SettingsContradict) as refused:
        temporal_address(settings, "temporal.example.org:7233")
    for said in refused.value.text:
        assert "temporal.example.org:7233" in said
        assert STACK.temporal in said


def test_the_stacks_temporal_does_not_serve_another_database(settings: Settings) -> None:
    """Its name must be given too."""
    with pytest.raises(SettingsContradict) as refused:
        temporal_address(_with(settings, ELSEWHERE), None)
    for said in refused.value.text:
        assert "TEMPORAL_ADDRESS" in said
        assert "db.example.org/escale" in said
        assert "secret" not in said


def test_without_a_stack_what_is_not_named_is_out_of_reach(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it always was."""
    monkeypatch.setattr(bootstrap, "stack_addresses", lambda _: None)
    with pytest.raises(LedgerUnavailable):
        located(settings)
    with pytest.raises(LedgerUnavailable):
        temporal_address(settings, None)
    assert _database(_with(settings, ELSEWHERE)) == ELSEWHERE
