"""Import files: commands with ids of the file's own; unreadable ones are refused with line and column."""

import json

import pytest

from application.commands.import_files import person_of, read_import
from application.rulebooks.safe_yaml import DEEPEST, LARGEST_FILE, UnreadableFile, read_yaml
from domain.kernel.ids import person_id
from domain.registry.commands import COMMANDS

ACTOR = "p-0123456789ab"
FILE = """
people:
  - alias: lea
    name: Léa Exemple
    email: lea@example.org
    roles:
      - {role: programme-manager, region: occitanie, since: 2026-01-01}
      - {role: auditor}
cooperations:
  - cooperation: essai
    acts:
      - type: OpenCooperation
        effective_at: 2020
        name: Essai
        territory: {name: Toulouse, insee_codes: [31555, 01004, 2A004]}
        region: occitanie
        object: Un essai
        cooperation_type: systemic
        economic_model: market
        origin: residents-call
        programme: tec
        managers: [lea, p-0123456789ab]
      - {type: RecordContact, effective_at: 2021-11, kind: visit}
"""


def test_a_file_becomes_commands_whose_ids_derive_from_what_it_names() -> None:
    """People, their roles, then cooperations; every one of them a command that can be read."""
    items = read_import(FILE.encode(), ACTOR)
    assert [(one.kind, one.command["command_id"]) for one in items] == [
        ("person", "import/person/lea"),
        ("role", "import/role/lea/programme-manager/occitanie/2026-01-01"),
        ("role", "import/role/lea/auditor/all/now"),
        ("cooperation", "import/cooperation/essai"),
    ]
    for item in items:
        COMMANDS.validate_json(json.dumps(item.command))


def test_an_alias_is_the_same_person_in_every_file() -> None:
    """The person's id follows from the alias alone; an id stands for itself."""
    assert person_of("lea") == person_id("import/person/lea")
    *_, cooperation = read_import(FILE.encode(), ACTOR)
    assert cooperation.command["acts"][0]["managers"] == [person_of("lea"), ACTOR]


def test_dates_and_codes_stay_as_they_are_written() -> None:
    """YAML would make numbers and dates of them: a year, a month and an INSEE code stay text."""
    *_, cooperation = read_import(FILE.encode(), ACTOR)
    opening, contact = cooperation.command["acts"]
    assert (opening["effective_at"], contact["effective_at"]) == ("2020", "2021-11")
    assert opening["territory"]["insee_codes"] == ["31555", "01004", "2A004"]


def test_a_mistake_is_found_again_in_the_file() -> None:
    """The path of a field in the command leads to its line and column; beyond it, to what holds it."""
    *_, cooperation = read_import(FILE.encode(), ACTOR)
    assert cooperation.place(("acts", 1, "kind")) == (23, 60)
    assert cooperation.place(("acts", 1, "RecordContact", "surplus")) == (23, 9)


def test_json_is_read_as_well() -> None:
    """A JSON file means the same as its YAML."""
    value = read_yaml(FILE.encode()).value
    again = read_import(json.dumps(value, ensure_ascii=False).encode(), ACTOR)
    assert [one.command for one in again] == [one.command for one in read_import(FILE.encode(), ACTOR)]


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "alias bomb": (b"a: &a [x, x]\nb: *a", "line 1, column 4"),
    "python object": (b"a: !!python/object:os.system ls", "line 1, column 4"),
    "any tag": (b"a: !!str 3", "line 1, column 4"),
    "deep": (b"[" * (DEEPEST + 1), f"line 1, column {DEEPEST + 1}"),
    "very deep": (b"[" * 1_000_000, f"line 1, column {DEEPEST + 1}"),
    "a key twice": (b"people: []\npeople: []", "line 2, column 1"),
    "a list as a key": (b"? [a]\n: b", "line 1, column 3"),
    "two documents": (b"--- {}\n--- {}", "line 2, column 1"),
    "no YAML": (b"a: [", "line 2, column 1"),
    "lone surrogate": (b'a: "\\ud800"', "line 1"),
    "NUL": (b"a: \0", "line 1, column 4"),
    "no UTF-8": ("name: Léa".encode("latin-1"), "UTF-8"),
    "too large": (b"#" * (LARGEST_FILE + 1), str(LARGEST_FILE)),
    "nothing": (b"", "people"),
    "a list": (b"[1]", "people"),
    "another key": (b"persons: []", "people"),
    "people no list": (b"people: {}", "a list"),
    "a person no mapping": (b"people: [lea]", "line 1, column 10"),
    "no alias": (b"people:\n  - name: Lea", "line 2, column 5"),
    "an alias that is no short name": (b"people:\n  - alias: Lea L", "line 2, column 12"),
    "roles no list": (b"people:\n  - alias: lea\n    roles: x", "line 3, column 12"),
    "no acts": (b"cooperations:\n  - cooperation: x", "line 2, column 5"),
    "an actor of its own": (
        b"cooperations:\n  - cooperation: x\n    acts:\n      - {actor: y}",
        "line 4, column 17",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file_is_refused_with_its_place(name: str) -> None:
    """In French and English, with what would be accepted; whatever is in it."""
    content, place = UNREADABLE[name]
    with pytest.raises(UnreadableFile) as refused:
        read_import(content, ACTOR)
    assert place in refused.value.why.en
    assert refused.value.why.fr
