"""What every test may ask for: a real PostgreSQL, a real Temporal, a mail catcher."""

import gc
import os
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.postgres import Database, PostgresForTests, serve_postgres
from tests.support.smtp import SmtpCatcher, catch_mail
from tests.support.temporal import serve_temporal


def pytest_configure() -> None:
    """Hear Ctrl-C, which whoever runs tests in the background has ignored; time no examples, machines are noisy."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    settings.register_profile("noisy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("noisy")
    gc.disable()


def pytest_collection_finish() -> None:
    """Collect no garbage before, and never again look for it among what was loaded: that takes seconds each time."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Three processes for two cores: tests of servers wait much of the time."""
    return (os.cpu_count() or 1) * 3 // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the quick files of the pure rules for the end: all cores are busy until the last minute."""
    here = Path(__file__).parent
    items.sort(key=lambda item: item.path.relative_to(here).parts[0] == "domain")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresForTests]:
    """Serve one PostgreSQL for the whole session, with a migrated template to clone databases from.

    Not below pytest's own temporary directory: another run that starts closes that one to other accounts.
    """
    with (
        tempfile.TemporaryDirectory(prefix="escale-postgres-") as directory,
        serve_postgres(Path(directory)) as server,
    ):
        server.make_template()
        yield server


@pytest.fixture
async def database(postgres: PostgresForTests) -> AsyncIterator[Database]:
    """Lend a migrated, empty database of the test's own; drop it afterwards."""
    made = await postgres.fresh_database()
    yield made
    await postgres.drop(made)


@pytest.fixture(scope="session")
def temporal_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve one Temporal for the whole session; the value is its address."""
    with serve_temporal(tmp_path_factory.mktemp("temporal")) as (server, _):
        yield server.address


@pytest.fixture
def smtp_catcher(tmp_path: Path) -> Iterator[SmtpCatcher]:
    """Catch mail for the length of a test."""
    with catch_mail(tmp_path / "mail") as catcher:
        yield catcher
