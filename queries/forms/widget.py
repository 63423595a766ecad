"""The ways a value is asked for, and which one fits the type of a field."""

from enum import StrEnum
from typing import Any

from domain.kernel.prose import LONGEST_PROSE


class Widget(StrEnum):
    """How a field is drawn and read."""

    LINE = "line"
    """One line of text."""
    PROSE = "prose"
    """Several lines of text."""
    LINES = "lines"
    """A text on each line."""
    DAY = "day"
    MOMENT = "moment"
    """Day, month and year apart: day and month may stay empty, and then the moment is known no more precisely."""
    EUROS = "euros"
    """An amount in euros, with two decimals at most."""
    NUMBER = "number"
    YES_NO = "yes-no"
    ONE_OF = "one-of"
    """One of some values that are known."""
    SEVERAL = "several"
    """Any of some values that are known."""
    FILE = "file"
    FILES = "files"
    GRADES = "grades"
    """A whole number for each line of a grid."""
    AMOUNTS = "amounts"
    """An amount for each source."""
    ANSWERS = "answers"
    """A text for each point."""
    GROUP = "group"
    """Fields that belong together."""
    ROWS = "rows"
    """As many groups as there are things."""
    DERIVED = "derived"
    """A short name that is made of what else was given; it can be given all the same."""


BY_KEY = frozenset({Widget.GRADES, Widget.AMOUNTS, Widget.ANSWERS})
"""Widgets with a part for each key that the file or its rulebook knows."""

_MOMENT = 40
"""The longest moment, as its type says."""
_OF_MAPS = {"integer": Widget.GRADES, "string": Widget.ANSWERS}


def widget_of(schema: dict[str, Any], name: str, *, known: bool) -> Widget:
    """What fits a JSON schema; ``known``: the values that it may take are told by the file, its rules or the roles."""
    kind = schema.get("type")
    if kind == "array":
        return _of_list(schema["items"], known=known)
    if kind == "object":
        return _of_object(schema, name)
    if "enum" in schema or known:
        return Widget.ONE_OF
    if kind == "boolean":
        return Widget.YES_NO
    if kind == "integer":
        return Widget.EUROS if name.endswith("cents") else Widget.NUMBER
    return _of_text(schema)


def is_private(schema: dict[str, Any]) -> bool:
    """Whether a value goes to the vault."""
    [value] = schema.get("patternProperties", {"": schema}).values()
    return bool(value.get("maxLength") == LONGEST_PROSE and "pattern" not in value)


def _of_text(schema: dict[str, Any]) -> Widget:
    if schema.get("format") == "date":
        return Widget.DAY
    if "sha256" in schema.get("pattern", ""):
        return Widget.FILE
    if is_private(schema):
        return Widget.PROSE
    moment = schema.get("maxLength") == _MOMENT and "pattern" not in schema
    return Widget.MOMENT if moment else Widget.LINE


def _of_list(items: dict[str, Any], *, known: bool) -> Widget:
    if known or "enum" in items:
        return Widget.SEVERAL
    if "properties" in items:
        return Widget.ROWS
    return Widget.FILES if "sha256" in items.get("pattern", "") else Widget.LINES


def _of_object(schema: dict[str, Any], name: str) -> Widget:
    if "properties" in schema:
        return Widget.GROUP
    [value] = schema["patternProperties"].values()
    return Widget.AMOUNTS if name.endswith("shares") else _OF_MAPS[value["type"]]
