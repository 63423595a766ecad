"""Rulebooks from the command line: compared, published, listed, and files moved to them."""

import json
import re
from pathlib import Path

import pytest

import programmes
from tests.cli.house import ADMINISTRATOR, CAMILLE, NOUR, House, Result
from tests.cli.terminal import at_terminal

SHIPPED = Path(programmes.__file__).parent
MACIF = (SHIPPED / "macif-territorial-cooperations.yaml").read_text(encoding="utf-8")
PROGRAMME = "macif-territorial-cooperations"
NEXT = f"{PROGRAMME}@9"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next version: people get in touch every two months, and the charter is asked for as well at the start."""
    item = """      - item: first_charter
        name: {fr: Charte provisoire, en: First charter}
        needs: {rule: declared}
"""
    text = re.sub(r"(?m)^version: .*$", "version: 9", MACIF)
    text = text.replace("within: P4M", "within: P2M", 1)
    text = text.replace("    course:\n", f"{item}    course:\n", 1)
    assert text.count("first_charter") == 1
    path = tmp_path_factory.mktemp("rules") / "next.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def published(house: House, written: Path) -> House:
    """The house once the administrator has published it."""
    result = house.run(
        "programme", "publish", str(written), "--as", ADMINISTRATOR, "--reason", "Troisième année"
    )
    assert result.code == 0, result.err
    return house


def migrate(house: House, *more: str, person: str = NOUR, to: str = NEXT) -> Result:
    """Move files to the next version."""
    return house.run("programme", "migrate", "--to", to, "--as", person, *more)


def test_two_files_are_compared_in_plain_words(house: House, written: Path) -> None:
    """No store is asked, whether a rulebook is a file or one that ships; the words are the reader's."""
    old, new = str(SHIPPED / f"{PROGRAMME}.yaml"), str(written)
    french = house.run("programme", "diff", old, new, ESCALE_DATABASE_URL="postgresql://nowhere.invalid/x")
    assert french.code == 0
    assert "« Reprendre contact » : dû sous 2 mois au lieu de 4 mois" in french.out
    assert (
        "Émergence : nouveau point de passage : « Charte provisoire » (se constate par une déclaration)"
        in french.out
    )
    english = house.run("programme", "diff", old, new, LANG="en_GB.UTF-8")
    assert "“Get in touch again”: due within 2 months instead of 4 months" in english.out
    told = house.run("programme", "diff", old, new, "--json").json
    assert told["new"]["rulebook"] == NEXT
    assert [(one["group"], one["kind"], one["path"]) for one in told["changes"]] == [
        ("phases", "added", ["phases", "exploration", "gate", "first_charter"]),
        ("deadlines", "changed", ["deadlines", "contact", "within"]),
    ]


def test_what_ships_is_compared_by_its_id(house: House) -> None:
    """A rulebook differs from itself in nothing."""
    assert house.run("programme", "diff", "tec@1", "tec@1").out.strip() == "Rien ne change."
    assert house.run("programme", "diff", "tec@1", "tec@2", "--json").json["changes"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("tec@99", "unknown-rulebook"),
        ("nowhere.yaml", "file-not-readable"),
        ("broken.yaml", "rulebook-invalid"),
    ],
)
def test_what_cannot_be_compared_is_named(house: House, tmp_path: Path, name: str, code: str) -> None:
    """An id that nobody has, a file that is not there, a file with mistakes."""
    (tmp_path / "broken.yaml").write_text("programme: tec\n", encoding="utf-8")
    asked = name if "@" in name else str(tmp_path / name)
    result = house.run("programme", "diff", asked, "tec@1", "--json")
    assert (result.code, result.json["refusal"]["code"]) == (2, code)


def test_a_rulebook_with_mistakes_is_not_published(house: House, tmp_path: Path) -> None:
    """Each is told at its line and column; nothing is sent, what is in force stays."""
    head, path = house.head(), tmp_path / "wrong.yaml"
    text = re.sub(r"(?m)^version: .*$", "version: 8", MACIF)
    path.write_text(text.replace("ladder: keeping_touch", "ladder: keeping_tuch", 1), encoding="utf-8")
    result = house.run("programme", "publish", str(path), "--as", ADMINISTRATOR)
    assert result.code == 1
    assert re.search(r"wrong\.yaml:[0-9]+:[0-9]+: .*keeping_tuch", result.out)
    told = house.run("programme", "publish", str(path), "--as", ADMINISTRATOR, "--json")
    assert (told.code, told.json["outcome"]) == (1, "invalid")
    assert [one["suggestion"] for one in told.json["findings"]] == ["keeping_touch"]
    assert house.head() == head


def test_only_administrators_publish(house: House, written: Path) -> None:
    """A programme manager is refused, and told who may."""
    result = house.run("programme", "publish", str(written), "--as", NOUR, "--json")
    assert (result.code, result.json["answer"]["refusal"]["code"]) == (1, "not_entitled")


def test_what_is_published_is_in_force_and_listed(published: House, written: Path) -> None:
    """With its digest, where it comes from, and how many open files run under each version."""
    rows = published.run("programme", "list", "--as", ADMINISTRATOR, "--json").json["rulebooks"]
    by_id = {row["rulebook"]: row for row in rows}
    assert (by_id[NEXT]["from"], by_id[NEXT]["in_force"], by_id[NEXT]["open_files"]) == ("published", True, 0)
    running = [row for row in rows if row["programme"] == PROGRAMME and row["open_files"]]
    assert [(row["from"], row["in_force"]) for row in running] == [("shipped", False)]
    again = published.run("programme", "publish", str(written), "--as", ADMINISTRATOR, "--json")
    assert (again.code, again.json["answer"]["refusal"]["code"]) == (1, "already_published")
    assert again.json["replaces"]["rulebook"] == NEXT
    assert published.run("programme", "diff", NEXT, str(written), "--json").json["changes"] == []
    assert published.run("rehearse", NEXT, "--years", "1", "--json").json["rulebook"] == NEXT
    in_force = published.run("rehearse", PROGRAMME, "--years", "1", "-o", "demo", "--json").json
    assert in_force["rulebook"] == NEXT, "the organisation’s own comes before what ships"


def test_a_preview_shows_what_changes_and_changes_nothing(published: House) -> None:
    """Gate, dates with their rule, reminders; for people and for programs."""
    head = published.head()
    seen = migrate(published, "citees", "--preview")
    assert seen.code == 0, seen.err
    assert "+ à remplir en plus : Charte provisoire (manque)" in seen.out
    assert re.search(
        r"~ Reprendre contact : \d{4}-\d\d-\d\d → \d{4}-\d\d-\d\d \(2 mois après le dernier contact\)",
        seen.out,
    )
    told = migrate(published, "citees", "--preview", "--json").json
    assert (told["file"], told["preview"]["to"]) == ("citees", NEXT)
    assert [(one["item"], one["before"], one["after"]) for one in told["preview"]["gate"]] == [
        ("first_charter", None, "missing")
    ]
    assert [one["deadline"] for one in told["preview"]["dates"]] == ["contact"]
    assert published.head() == head


def test_at_a_terminal_somebody_is_asked_first(published: House) -> None:
    """Who says no has only looked."""
    head = published.head()
    words = ("programme", "migrate", "citees", "--to", NEXT, "--reason", "R", "--as", NOUR)
    with at_terminal(published, *words) as (terminal, process):
        terminal.wait_for("Déplacer 1 dossier ? [oui/non]")
        terminal.type("non")
        said = terminal.rest()
    assert process.returncode == 0
    assert "Charte provisoire" in said
    assert published.head() == head


MISUSES = [
    (("--reason", "R", "--yes"), "which-files"),
    (("citees", "--all", "--reason", "R", "--yes"), "which-files"),
    (("citees", "--yes"), "no-reason"),
    (("citees", "--reason", "R"), "not-confirmed"),
]


@pytest.mark.parametrize(("words", "code"), MISUSES, ids=[code + str(len(words)) for words, code in MISUSES])
def test_what_is_unclear_is_not_guessed(published: House, words: tuple[str, ...], code: str) -> None:
    """Which files, why, and that somebody agreed."""
    result = migrate(published, *words, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (2, code)


def test_a_file_of_another_region_is_not_moved(published: House) -> None:
    """Nor shown: it might as well not exist."""
    result = migrate(published, "citees", "--reason", "R", "--yes", "--json", person=CAMILLE)
    assert (result.code, result.json["refusal"]["code"]) == (1, "not-readable")


def test_files_move_once_and_the_history_says_under_which_version(published: House) -> None:
    """All of a programme, a line each; repeated, nothing more happens."""
    noailles = migrate(published, "noailles", "--reason", "R", "--yes", "--json", person=ADMINISTRATOR)
    assert (noailles.code, noailles.json["refusal"]["code"]) == (1, "no_relay")
    moved = migrate(published, "--all", "--reason", "Troisième année", "--yes")
    assert moved.code == 0, moved.err
    assert f"[1/1] citees : suit désormais {NEXT}" in moved.err
    head = published.head()
    again = migrate(published, "--all", "--reason", "Troisième année", "--yes", "--json")
    assert (again.code, again.json["refusal"]["code"], published.head()) == (0, "same_rulebook", head)
    published.fold()
    lesson = {"type": "RecordLesson", "command_id": "after", "cooperation": "citees", "title": "Aller vers"}
    assert published.do(lesson, person=NOUR).code == 0
    published.fold()
    told = published.run("history", "citees", "--as", NOUR, "--json").json["entries"]
    (change,) = [one for one in told if one["type"] == "RulebookChanged"]
    assert (change["rulebook"], change["details"]["rulebook"]) == (change["details"]["previous"], NEXT)
    assert told[-1]["rulebook"] == NEXT
    shown = published.run("history", "citees", "--as", NOUR, COLUMNS="300").out
    assert [line.rstrip().endswith(NEXT) for line in shown.splitlines() if "Aller vers" in line] == [True]
    sheet = json.loads(published.run("show", "citees", "--as", NOUR, "--json").out)
    assert sheet["rulebook"] == NEXT


def test_a_rulebook_is_told_in_plain_words(house: House) -> None:
    """A file or an id, without any store; in the reader's language; for programs as JSON."""
    nowhere = {"ESCALE_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    french = house.run("programme", "show", str(SHIPPED / "acte.yaml"), **nowhere)
    english = house.run("programme", "show", "acte@1", LANG="en_GB.UTF-8", **nowhere)
    assert (french.code, english.code) == (0, 0), french.err
    assert "15\u202f000,00\u00a0€" in french.out
    assert "€15,000.00" in english.out
    told = house.run("programme", "show", "acte@1", "--json", **nowhere).json
    assert told["rulebook"] == "acte@1"
    assert {line["group"] for line in told["lines"]} >= {"phases", "deadlines", "funding"}


def test_what_is_no_rulebook_is_not_told(house: House) -> None:
    """An id that nobody published says where to find those that are."""
    result = house.run("programme", "show", "poeme@1")
    assert (result.code, "unknown-rulebook" in result.err) == (2, True)
