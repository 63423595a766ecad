"""A stack in a directory of the test's own, always taken down."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from config import Settings
from stack.control import down
from stack.processes import MARK

PARTS = ("postgres", "temporal", "catcher")
"""Everything but the worker, which has tests of its own."""


@pytest.fixture(autouse=True)
def _no_address_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for the embedded parts, whatever the developer's environment names."""
    for variable in ("TEMPORAL_ADDRESS", "TEMPORAL_PROFILE", "ESCALE_DATABASE_URL", "ESCALE_SMTP_HOST"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TEMPORAL_CONFIG_FILE", "/dev/null")


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Lend a directory outside pytest's own: another run that starts closes that one to other accounts."""
    with tempfile.TemporaryDirectory(prefix="escale-stack-") as directory:
        yield Path(directory)


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    """Lend settings with a new data directory; nothing of it runs on afterwards."""
    made = Settings(home=tmp_path / "home")
    yield made
    down(made)
    assert processes_of(made) == []


def processes_of(settings: Settings) -> list[psutil.Process]:
    """Every process that carries the mark of this stack."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == str(settings.home.resolve()):
                found.append(process)
        except psutil.Error:
            continue
    return found
