"""``escale programme check``: for people, for editors, without any service."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from application.rulebooks.parsing import LARGEST_RULEBOOK
from cli.main import answer
from language import speaking
from tests.domain.sound import Edits, sound

STRANGE: Edits = {"deadlines.1.within": "P3M"}
WRONG: Edits = {"deadlines.0.ladder": "wrok", "calls.outreach": "no"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A reader of English."""
    with speaking("en"):
        yield


def written(folder: Path, edits: Edits | None = None) -> Path:
    """A file with the sound rulebook, changed."""
    path = folder / "mine.yaml"
    path.write_text(yaml.safe_dump(sound(edits), sort_keys=False), encoding="utf-8")
    return path


def line_of(path: Path, words: str) -> int:
    """The line, from 1, that holds these words."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return 1 + next(number for number, line in enumerate(lines) if words in line)


def test_nothing_wrong_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says so."""
    path = written(tmp_path)
    assert answer(["programme", "check", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing to say against it" in said.err


def test_mistakes_end_with_one_at_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line each, as compilers write them, in the order of the file."""
    path = written(tmp_path, WRONG)
    assert answer(["programme", "check", str(path)]) == 1
    said = capsys.readouterr()
    ladder = "no ladder: wrok (expected: one of work, answer; did you mean work?)"
    outreach = "value refused: no (expected: write true or false; did you mean false?)"
    assert said.out.splitlines() == [
        f"{path}:{line_of(path, 'ladder: wrok')}:11: mistake: {ladder}",
        f"{path}:{line_of(path, 'outreach:')}:13: mistake: {outreach}",
    ]
    assert "2 mistakes, 0 warnings" in said.err


def test_warnings_alone_end_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rulebook can be used."""
    path = written(tmp_path, STRANGE)
    assert answer(["programme", "check", str(path)]) == 0
    said = capsys.readouterr()
    assert "warning: due before plan, which it needs" in said.out
    assert "0 mistakes, 1 warning" in said.err


def test_french_readers_are_told_in_french(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same findings in the reader's language."""
    with speaking("fr"):
        answer(["programme", "check", str(written(tmp_path, WRONG))])
    said = capsys.readouterr()
    assert (
        "erreur : pas d’échelle : wrok (attendu : l’un de work, answer ; vouliez-vous dire work ?)"
        in said.out
    )
    assert "2 erreurs, 0 avertissement" in said.err


def test_editors_get_every_finding_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line and column from 1, the sentences in both languages."""
    path = written(tmp_path, WRONG)
    assert answer(["programme", "check", str(path), "--json"]) == 1
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "line": line_of(path, "ladder: wrok"),
        "column": 11,
        "kind": "mistake",
        "message": {"fr": "pas d’échelle : wrok", "en": "no ladder: wrok"},
        "expected": {"fr": "l’un de work, answer", "en": "one of work, answer"},
        "suggestion": "work",
    }
    assert second["suggestion"] == "false"
    assert answer(["programme", "check", str(written(tmp_path)), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_what_is_no_file_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither one that is not there nor a folder."""
    for path in (tmp_path / "nowhere.yaml", tmp_path):
        assert answer(["programme", "check", str(path)]) == 2
        assert "file-not-readable" in capsys.readouterr().err


def test_an_endless_file_is_refused_without_reading_it_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """Its first bytes are enough."""
    assert answer(["programme", "check", "/dev/zero"]) == 1
    assert f"the file exceeds {LARGEST_RULEBOOK} bytes" in capsys.readouterr().out
