"""`escale import`: every item answered, twice adds nothing, mistakes with their line."""

from pathlib import Path

import pytest

from tests.cli.house import ADMINISTRATOR, EXAMPLES, NOUR, House


def test_importing_twice_adds_nothing(house: House) -> None:
    """The second time every item is known already, and the ledger has not grown."""
    head = house.head()
    files = [str(EXAMPLES / f"{name}.yaml") for name in ("people", "noailles")]
    again = house.run("import", *files, "--as", ADMINISTRATOR, "--json")
    assert again.code == 0
    assert {(one["outcome"], one["repeated"]) for one in again.answers} == {("recorded", True)}
    assert {one["kind"] for one in again.answers} == {"person", "role", "cooperation"}
    assert house.head() == head


def test_a_role_added_to_a_file_is_granted_by_importing_it_again(house: House, tmp_path: Path) -> None:
    """The person is known, the new role is not."""
    file = tmp_path / "people.yaml"
    person = "people:\n  - {alias: zoe, name: Zoé Exemple, email: zoe@example.org, roles: [%s]}\n"
    file.write_text(person % "{role: auditor}")
    assert house.run("import", str(file), "--as", ADMINISTRATOR).code == 0
    file.write_text(person % "{role: auditor}, {role: board}")
    again = house.run("import", str(file), "--as", ADMINISTRATOR, "--json")
    assert [(one["name"], one["repeated"]) for one in again.answers] == [
        ("zoe", True),
        ("zoe: auditor", True),
        ("zoe: board", False),
    ]


def test_a_bad_item_is_told_with_its_line_and_does_not_hold_up_the_others(
    house: House, tmp_path: Path
) -> None:
    """A wrong field in an act, an unknown role: exit code 2, the good person is there."""
    file = tmp_path / "mixed.yaml"
    file.write_text(
        """people:
  - {alias: ivo, name: Ivo Exemple, email: ivo@example.org, roles: [{role: wizard}]}
cooperations:
  - cooperation: faulty
    acts:
      - {type: OpenCooperation, effective_at: 2020, surplus: 1}
"""
    )
    result = house.run("import", str(file), "--as", ADMINISTRATOR, ESCALE_LOCALE="en")
    assert result.code == 2
    assert "[1/3] person ivo: 1 entry recorded" in result.err
    assert "line 2, column 76" in result.err
    assert "line 6, column 9" in result.err


def test_the_rules_judge_each_act_of_a_past_in_turn(house: House, tmp_path: Path) -> None:
    """A past that skips a phase is refused whole."""
    head = house.head()
    file = tmp_path / "skipping.yaml"
    acts = (EXAMPLES / "noailles.yaml").read_text().replace("cooperation: noailles", "cooperation: other")
    file.write_text(acts + "      - {type: AdvancePhase, effective_at: 2024, to: capitalisation}\n")
    result = house.run("import", str(file), "--as", ADMINISTRATOR, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (1, "act_refused")
    assert house.head() == head


def test_only_an_administrator_imports(house: House, tmp_path: Path) -> None:
    """Nour is in charge of files, not of their import."""
    file = tmp_path / "people.yaml"
    file.write_text("people:\n  - {alias: ana, name: Ana Exemple, email: ana@example.org}\n")
    result = house.run("import", str(file), "--as", NOUR, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (1, "not_entitled")


@pytest.mark.parametrize(
    ("content", "code"), [(b"a: &b c", "import-not-readable"), (None, "file-not-readable")]
)
def test_files_that_cannot_be_read_are_invalid(
    house: House, tmp_path: Path, content: bytes | None, code: str
) -> None:
    """Exit code 2; nothing of the other files of that call is imported either."""
    head = house.head()
    file = tmp_path / "bad.yaml"
    if content:
        file.write_bytes(content)
    good = tmp_path / "good.yaml"
    good.write_text("people:\n  - {alias: uma, name: Uma Exemple, email: uma@example.org}\n")
    result = house.run("import", str(good), str(file), "--as", ADMINISTRATOR, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (2, code)
    assert house.head() == head
