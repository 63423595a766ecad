"""`python -m stack.setup` says what it looks for before it does, and goes on without what only one test needs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from language import Text
from stack import setup
from stack.texts import Progress, StackError

FOUND = Path("/somewhere/temporal")


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESCALE_LOCALE", "en")
    monkeypatch.setattr(setup, "_check_postgres", lambda: None)
    monkeypatch.setattr(setup, "obtain_temporal", _telling(FOUND))
    monkeypatch.setattr(setup, "obtain_server", _telling([FOUND, FOUND]))


def _telling(found: object) -> Callable[[Progress], object]:
    def obtain(on_progress: Progress) -> object:
        on_progress(Text("presque", "nearly there"))
        return found

    return obtain


def test_each_step_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """PostgreSQL, then Temporal with its progress and where it is."""
    assert setup.main() == 0
    assert capsys.readouterr().out.splitlines() == [
        "PostgreSQL: trying it",
        "Temporal: looking for it",
        "nearly there",
        f"Temporal: {FOUND}",
    ]


def test_french_is_spoken_first(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """As everywhere."""
    monkeypatch.setenv("ESCALE_LOCALE", "fr")
    assert setup.main() == 0
    assert "PostgreSQL\u00a0: essai" in capsys.readouterr().out


def test_a_server_that_is_given_is_not_looked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named instead."""
    monkeypatch.setenv("TEMPORAL_ADDRESS", "temporal.example:7233")
    assert setup.main() == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["Temporal: the one at temporal.example:7233"]


def test_tests_have_what_they_need_made_ready(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Temporal's server on PostgreSQL; if it cannot be had, one test will fail and the others can run."""
    assert setup.main(["tests"]) == 0
    assert "Temporal's server on PostgreSQL: looking for it" in capsys.readouterr().out

    def missing(_: Progress) -> object:
        raise StackError("go-missing", Text("Go n’est pas installé", "Go is not installed"))

    monkeypatch.setattr(setup, "obtain_server", missing)
    assert setup.main(["tests"]) == 0
    assert "Go is not installed" in capsys.readouterr().out
    monkeypatch.setattr(setup, "obtain_temporal", missing)
    assert setup.main() == 1
    assert "Go is not installed" in capsys.readouterr().err
