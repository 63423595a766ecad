"""The published JSON Schema says what the model says, so that editors complete and check rulebooks."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import programmes
from application.rulebooks.safe_yaml import read_yaml
from application.rulebooks.schema import SCHEMA_FILE, rulebook_schema
from tests.domain.sound import Edits, sound

SHIPPED = sorted(Path(programmes.__file__).parent.rglob("*.yaml"))
PUBLISHED: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def complaints(tree: object) -> list[str]:
    """What an editor would underline."""
    return [error.message for error in Draft202012Validator(PUBLISHED).iter_errors(tree)]


def test_the_published_schema_is_the_model_s() -> None:
    """``python -m application.rulebooks.schema`` writes it anew."""
    assert rulebook_schema() == PUBLISHED
    Draft202012Validator.check_schema(PUBLISHED)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_programme_is_valid_in_an_editor(path: Path) -> None:
    """As the service reads it."""
    assert complaints(read_yaml(path.read_bytes()).value) == []


WRONG: list[tuple[str, Edits]] = [
    ("an unknown field", {"colour": "red"}),
    ("an unknown rule", {"phases.diagnosis.gate.0.needs.rule": "deliverabel"}),
    ("a field of another rule", {"phases.diagnosis.gate.0.needs.at_least": 1}),
    ("an unknown phase", {"phases.dream": {"name": {"fr": "a", "en": "b"}}}),
    ("a key in no known form", {"ladders.My Ladder": []}),
    ("a duration that is none", {"deadlines.0.within": "one year"}),
    ("half a duration", {"deadlines.0.within": "P1Y2"}),
    ("a percentage above the whole", {"instruments.0.cap.ordinary": 101}),
    ("a word for a number", {"version": "one"}),
]


@pytest.mark.parametrize(("rule", "edits"), WRONG, ids=[case[0] for case in WRONG])
def test_an_editor_sees_what_the_service_would_refuse(rule: str, edits: Edits) -> None:
    """As far as a schema can say it."""
    assert complaints(sound()) == []
    assert complaints(sound(edits)) != []


def test_percentages_are_numbers_of_any_kind() -> None:
    """An editor reads 12.5 as a number, the service as what was written."""
    for share in (50, 12.5, "12.5"):
        assert complaints(sound({"instruments.0.cap.ordinary": share})) == []


def test_the_schema_explains_parts_and_fields() -> None:
    """In the words of the model's own docstrings."""
    rung = PUBLISHED["$defs"]["Rung"]
    assert rung["description"].startswith("A step of a ladder")
    assert PUBLISHED["properties"]["source"]["description"] == "Where these rules come from."
    assert "``" not in json.dumps(PUBLISHED)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_editors_find_the_schema_from_every_programme(path: Path) -> None:
    """Its first line leads there."""
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert named != first
    assert (path.parent / named).resolve() == SCHEMA_FILE.resolve()
