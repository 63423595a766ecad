"""Settings come from the environment, say what is wrong with them, and keep passwords to themselves."""

from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from config import Settings


def test_settings_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every variable has the prefix; who acts is ESCALE_AS."""
    monkeypatch.setenv("ESCALE_HOME", "~/lieu")
    monkeypatch.setenv("ESCALE_POSTGRES_PORT", "5433")
    monkeypatch.setenv("ESCALE_AS", "zoe")

    settings = Settings()

    assert settings.home == Path.home() / "lieu"
    assert settings.postgres_port == 5433
    assert settings.actor == "zoe"


def test_without_addresses_everything_is_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty address means the embedded part; the data directory is `.escale` where we stand."""
    for variable in ("ESCALE_HOME", "ESCALE_DATABASE_URL", "ESCALE_SMTP_HOST"):
        monkeypatch.delenv(variable, raising=False)

    settings = Settings()

    assert settings.embedded_database
    assert settings.embedded_mail
    assert settings.home == Path.cwd() / ".escale"


def test_settings_reach_another_process_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The environment made of settings reads back as the same settings."""
    settings = Settings(
        home=tmp_path,
        database_url=SecretStr("postgresql://u:secret@h/d"),
        smtp_host="mail.example.org",
        smtp_port=587,
        actor="zoe",
        organisation="tec",
        locale="en",
    )
    for variable, value in settings.as_environment().items():
        monkeypatch.setenv(variable, value)

    assert Settings() == settings


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ESCALE_POSTGRES_PORT", "70000"),
        ("ESCALE_POSTGRES_PORT", "many"),
        ("ESCALE_LOCALE", "de"),
        ("ESCALE_TASK_QUEUE", ""),
        ("ESCALE_BUILD", "a build"),
        ("ESCALE_METRICS_PORT", "-1"),
        ("ESCALE_SMTP_HOST", "mail.example.org"),
    ],
)
def test_a_wrong_value_is_refused(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    """A port out of range, an unknown language, an empty queue, a relay without port."""
    monkeypatch.setenv(variable, value)

    with pytest.raises(ValidationError):
        Settings()


def test_passwords_are_not_printed() -> None:
    """Settings may be logged."""
    settings = Settings(database_url=SecretStr("postgresql://u:hunter2@h/d"))

    assert "hunter2" not in repr(settings)
    assert "hunter2" not in settings.model_dump_json()
