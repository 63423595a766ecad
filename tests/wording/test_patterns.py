"""No regular expression reaches people: every pattern of commands and rulebooks has words in both languages."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from application.commands.import_files import read_import
from application.commands.parsing import read_command
from application.rulebooks.parsing import check_rulebook
from application.rulebooks.safe_yaml import UnreadableFile
from domain.registry.commands import COMMANDS
from domain.rulebook import Rulebook
from wording.patterns import FORMS
from wording.problems import wanted

_TOLD_ELSEWHERE = ("[-+]?P(?!$)", "{1,3}(\\.[0-9]{1,2})?$")
"""Of durations and percentages, whose patterns are for editors only: what reads them has words of its own."""


def _patterns(schema: Any) -> Iterator[str]:
    match schema:
        case dict():
            if isinstance(schema.get("pattern"), str):
                yield schema["pattern"]
            yield from schema.get("patternProperties", {})
            for inner in schema.values():
                yield from _patterns(inner)
        case list():
            for inner in schema:
                yield from _patterns(inner)


EVERY = sorted(
    one
    for one in {*_patterns(COMMANDS.json_schema()), *_patterns(Rulebook.model_json_schema())}
    if not any(part in one for part in _TOLD_ELSEWHERE)
)


def test_there_are_patterns_to_tell_of() -> None:
    """The walk finds those of commands and those of rulebooks."""
    assert len(EVERY) > 10


@pytest.mark.parametrize("pattern", EVERY)
def test_every_pattern_has_words(pattern: str) -> None:
    """What would be accepted, in French and English, without a sign of the expression itself."""
    problem: Any = {"type": "string_pattern_mismatch", "loc": ("x",), "ctx": {"pattern": pattern}}
    french, english = wanted(problem)
    assert (french, english) == FORMS[pattern]
    for said in (french, english):
        assert not set("^$\\[") & set(said), said


def test_every_form_is_that_of_a_pattern() -> None:
    """No words are left over from a pattern that is gone."""
    assert set(FORMS) <= set(EVERY)


IMPORT = """people:
  - {alias: lea, name: Léa Exemple, email: lea@example.org}
cooperations:
  - cooperation: essai
    acts:
      - type: OpenCooperation
        effective_at: 2020
        name: Essai
        territory:
          name: Ain
          insee_codes:
            - 01004
            - 1004
        region: rhone
        object: Un essai
        cooperation_type: systemic
        economic_model: market
        origin: residents-call
        programme: tec
        managers: [lea]
"""


def test_a_code_that_lost_its_zero_is_told_at_its_own_line() -> None:
    """What would be accepted is said in words."""
    *_, item = read_import(IMPORT.encode(), "p-0123456789ab")
    within = ("acts", 0, "OpenCooperation", "territory", "insee_codes", 1)
    assert item.place(within) == (13, 15)
    assert item.place(("acts", 0, "OpenCooperation", "territory", "zonings", 0)) == (10, 11)


def test_a_code_in_a_command_is_told_in_words() -> None:
    """Never the expression that it must match."""
    territory = {"name": "Ain", "insee_codes": ["1004"]}
    form = {"type": "EditSheet", "command_id": "a", "cooperation": "essai", "territory": territory}
    answer: Any = read_command(json.dumps(form), "p-0123456789ab")
    assert "le zéro compris : 01004, 2A004" in answer.refusal.remedy.fr
    assert "^" not in answer.refusal.remedy.fr + answer.refusal.remedy.en


def test_a_whole_is_not_blamed_for_its_part() -> None:
    """A list of acts with one wrong code is not also too short; the names of commands are no part of a path."""
    *_, item = read_import(IMPORT.encode(), "p-0123456789ab")
    answer: Any = read_command(json.dumps(item.command), "p-0123456789ab")
    assert answer.refusal.message.en == "The command cannot be read: acts.0.territory.insee_codes.1"


@pytest.mark.parametrize(
    ("alias", "fr", "en"),
    [
        ("zoé", "sans accents, chiffres et -, par exemple `zoe`", "for example `zoe`"),
        ("Zoé Modèle", "par exemple `zoe-modele`", "for example `zoe-modele`"),
        ("12", "par exemple `12`", "for example `12`"),
        ("é", "par exemple `e`", "for example `e`"),
        ("✉", "par exemple `noailles`", "for example `noailles`"),
    ],
)
def test_an_alias_that_is_there_is_not_said_to_be_missing(alias: str, fr: str, en: str) -> None:
    """What would be accepted is made of what was written, at its own line."""
    content = f"people:\n  - name: Zoé Modèle\n    alias: {alias}\n    email: zoe@example.org\n"
    with pytest.raises(UnreadableFile) as wrong:
        read_import(content.encode(), "p-0123456789ab")
    assert (wrong.value.line, wrong.value.column) == (3, 12)
    assert fr in wrong.value.what.fr
    assert en in wrong.value.what.en
    assert "manque" not in wrong.value.what.fr


def test_a_key_with_an_accent_in_a_rulebook_is_told_in_words() -> None:
    """At its place, without the expression."""
    found = check_rulebook("programme: été\nversion: 1\n".encode())
    [slug] = [one for one in found if one.line == 1 and one.column == 12]
    assert "paca-corse" in f"{slug.message.fr} {slug.expected}"
    assert not [one for one in found if "^" in f"{one.message.fr}{one.expected}"]
