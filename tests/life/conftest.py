"""A place to live in: the database, the mail catcher and the Temporal of a test."""

from pathlib import Path

import pytest

from config import Settings
from tests.life.house import settings_for
from tests.support.postgres import Database
from tests.support.smtp import SmtpCatcher


@pytest.fixture
def settings(
    tmp_path: Path,
    database: Database,
    smtp_catcher: SmtpCatcher,
    temporal_server: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Settings:
    """Settings for a service and its worker in this process."""
    monkeypatch.setenv("TEMPORAL_ADDRESS", temporal_server)
    return settings_for(tmp_path, database.service_dsn, (smtp_catcher.host, smtp_catcher.port))
