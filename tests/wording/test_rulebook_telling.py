"""A rulebook told in plain words leaves nothing out that its author wrote, and says nothing that they did not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from domain.rulebook import Rulebook
from tests.domain.rules import BARE, rulebook
from wording.rulebook.fields import KEY_FIELDS
from wording.rulebook.telling import told

EVERYTHING = json.loads((Path(__file__).parents[1] / "golden" / "rulebook.v1.json").read_text("utf-8"))[
    "rulebook"
]
"""A rulebook that sets every field of every part."""

_ABOVE = {("programme",), ("version",), ("name", "fr"), ("name", "en")}
"""What stands in the title."""


def read(tree: Any) -> Rulebook:
    """The rulebook of a JSON tree."""
    return Rulebook.model_validate_json(json.dumps(tree))


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all numbers and texts."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, one in inner:
        if isinstance(one, dict | list):
            yield from leaves(one, (*path, key))
        else:
            yield (*path, key)


def changed(tree: Any, path: tuple[Any, ...]) -> Rulebook | None:
    """The rulebook with one number or text changed; None where no such change makes a rulebook."""
    tree = json.loads(json.dumps(tree))
    inner = tree
    for key in path[:-1]:
        inner = inner[key]
    old = inner[path[-1]]
    inner[path[-1]] = not old if isinstance(old, bool) else old + 1 if isinstance(old, int) else f"{old}x"
    try:
        return read(tree)
    except ValidationError:
        return None


def test_whatever_is_changed_is_told_otherwise() -> None:
    """Every number and free text of a rulebook that sets everything; keys stand behind their names."""
    before = told(read(EVERYTHING))
    tried = 0
    for path in leaves(EVERYTHING):
        told_apart = path[-1] in KEY_FIELDS or path in _ABOVE
        if not told_apart and (other := changed(EVERYTHING, path)):
            tried += 1
            assert told(other) != before, path
    assert tried > 100


def test_what_is_left_to_defaults_is_not_told() -> None:
    """A rulebook of two bare phases says so in a few lines."""
    groups = {line.group for line in told(BARE)}
    assert groups == {"programme", "phases", "reminders", "people"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_deadline_is_told_in_one_breath(language: str) -> None:
    """From when it counts, for how long, what it waits for."""
    lines = [getattr(line, language) for line in told(rulebook()) if line.group == "deadlines"]
    expected = {
        "fr": "« go_decision (nom) » : 12 mois après l’entrée dans la phase",
        "en": "“go_decision (name)”: 12 months after entering the phase",
    }
    assert any(line.startswith(expected[language]) for line in lines), lines
