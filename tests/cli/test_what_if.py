"""`escale what-if`: past decisions under another rulebook, for who may read them; nothing is written."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bootstrap import published_rulebooks
from domain.people.state import Organisation
from tests.cli.house import ADMINISTRATOR, CHARLIE, EXAMPLES, LONGEST_RUN, NOUR, House

FILES = [f"vallee-{number}" for number in range(7)]
TEC = ("what-if", "tec@1", "--over", "2026")


@pytest.fixture(scope="module")
def decided(house: House, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The house with seven files of one programme, each advanced once, past an item that was waived."""
    text = (EXAMPLES / "tec-territory.yaml").read_text(encoding="utf-8")
    copies = [tmp_path_factory.mktemp("files") / f"{file}.yaml" for file in FILES]
    for copy in copies:
        copy.write_text(text.replace("vallee-exemple", copy.stem), encoding="utf-8")
    imported = house.run("import", *map(str, copies), "--as", ADMINISTRATOR)
    assert imported.code == 0, imported.err
    return house


def test_each_decision_that_would_have_been_another_is_told(decided: House) -> None:
    """Which one, under which version it was taken, by whom, and what would have been missing, by name."""
    head = decided.head()
    result = decided.run(*TEC, "--as", ADMINISTRATOR, "--json")
    assert result.code == 0
    said = result.json
    assert (said["files"], said["decisions"], said["different"], said["complete"]) == (7, 21, 7, True)
    assert [one["file"] for one in said["differences"]] == FILES
    first = said["differences"][0]
    assert (first["type"], first["effective_at"], first["rulebook"]) == (
        "PhaseEntered",
        "2026-06-08",
        "tec@3",
    )
    assert first["roles"] == ["administrator"]
    assert first["refusal"]["code"] == "gate_incomplete"
    assert [one["item"] for one in first["missing"]] == ["territory_criteria", "opinion"]
    assert first["missing"][0]["name"]["fr"] == "Critères du territoire remplis"
    assert decided.head() == head


def test_people_read_it_in_their_language(decided: House) -> None:
    """By file, with the names of items and of roles; the last line counts."""
    french = decided.run(*TEC, "--as", ADMINISTRATOR, COLUMNS="300")
    assert "Critères du territoire remplis" in french.out
    assert "administration" in french.out
    assert "tec@1 : 7 dossiers, 21 décisions, 7 autres." in french.err
    english = decided.run(*TEC, "--as", ADMINISTRATOR, ESCALE_LOCALE="en", COLUMNS="300")
    assert "Criteria of the territory met" in english.out
    assert "7 files, 21 decisions, 7 different" in english.err


def test_a_rulebook_that_nobody_published_is_read_from_its_file(decided: House, tmp_path: Path) -> None:
    """Under the rules as they are nothing differs; with fewer inhabitants allowed, every advance."""
    written = published_rulebooks().get(Organisation(), "tec@3").written()
    same, other = tmp_path / "same.yaml", tmp_path / "other.yaml"
    same.write_text(yaml.safe_dump(written), encoding="utf-8")
    gate = written["phases"]["exploration"]["gate"]  # type: ignore[index,call-overload]
    [inhabitants] = [item for item in gate if item["item"] == "living_area"]  # type: ignore[index,union-attr,call-overload]
    inhabitants["needs"]["at_most"] = 11_000  # type: ignore[index,call-overload]
    other.write_text(yaml.safe_dump(written | {"version": 4}), encoding="utf-8")
    for path, different in ((same, 0), (other, 7)):
        said = decided.run("what-if", str(path), "--over", "2026", "--as", ADMINISTRATOR, "--json").json
        assert (said["decisions"], said["different"]) == (21, different)


def test_somebody_sees_only_what_they_may_read(decided: House) -> None:
    """A manager of another region and a jury see none of the files; who serves the whole organisation all."""
    for who, files in ((NOUR, 0), (CHARLIE, 0), (ADMINISTRATOR, 7)):
        said = decided.run(*TEC, "--as", who, "--json").json
        assert (said["files"], said["different"]) == (files, files)


def test_another_programme_may_be_asked_about(decided: House) -> None:
    """A programme's files under the rules of another one; phases that these do not use are said so."""
    rules = ("what-if", "tec@2", "--programme", "macif-territorial-cooperations", "--over", "2025/2026")
    said = decided.run(*rules, "--as", ADMINISTRATOR, "--json").json
    assert (said["programme"], said["rulebook"], said["files"]) == (
        "macif-territorial-cooperations",
        "tec@2",
        1,
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("tec@99", "--over", "2026"), "unknown-rulebook"),
        (("nulle-part.yaml", "--over", "2026"), "file-not-readable"),
        (("tec@1", "--over", "2026-13"), "bad-date"),
        (("tec@1", "--over", "2026/"), "bad-date"),
        (("tec@1", "--over", "2026/2025"), "period-reversed"),
        (("tec@1", "--over", "2026", "--programme", "autre"), "unknown-programme"),
        (("tec@1",), "bad-usage"),
    ],
)
def test_what_cannot_be_asked_is_said(decided: House, words: tuple[str, ...], code: str) -> None:
    """Exit code 2, with what would be accepted."""
    result = decided.run("what-if", *words, "--as", ADMINISTRATOR, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (2, code)


def test_a_file_that_is_no_rulebook_is_refused(decided: House, tmp_path: Path) -> None:
    """It points to the command that says every mistake."""
    path = tmp_path / "faux.yaml"
    path.write_text("programme: [non\n", encoding="utf-8")
    result = decided.run("what-if", str(path), "--over", "2026", "--as", ADMINISTRATOR, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (2, "rulebook-invalid")
    assert "escale programme check" in result.json["refusal"]["remedy"]["fr"]


SLOW = """
import asyncio, sys
from cli.what_if import question
from cli.main import answer

replay_streams = question.replay_streams

async def slowly(ledger, asked, streams):
    async for one in replay_streams(ledger, asked, streams[:1]):
        yield one
    print("waiting", file=sys.stderr, flush=True)
    await asyncio.sleep(600)

question.replay_streams = slowly
sys.exit(answer(sys.argv[1:]))
"""
"""A replay that takes its time after the first file."""


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_ctrl_c_tells_what_was_found_so_far(decided: House, more: tuple[str, ...]) -> None:
    """The first file's difference, and that six files are missing."""
    words = [sys.executable, "-c", SLOW, *TEC, "--as", ADMINISTRATOR, "-o", "demo", *more]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, env=decided.environment(), text=True, **pipes) as asking:  # type: ignore[call-overload]
        assert asking.stderr.readline() == "waiting\n"
        asking.send_signal(signal.SIGINT)
        out, err = asking.communicate(timeout=LONGEST_RUN)
    assert asking.returncode == 130
    assert "Traceback" not in err
    assert FILES[0] in out
    assert FILES[1] not in out
    assert ('"complete": false' in out) if more else ("Interrompu après 1 dossiers sur 7." in err)
