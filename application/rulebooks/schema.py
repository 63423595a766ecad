"""The rulebook's JSON Schema (2020-12), so that editors complete and check what is written.

``python -m application.rulebooks.schema`` writes ``docs/rulebook.schema.json``.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from domain.rulebook import Rulebook

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "rulebook.schema.json"

_KINDS: dict[type, str] = {dict: "object", list: "array"}


@cache
def rulebook_schema() -> dict[str, Any]:
    """The schema of a rulebook as people write it, described by the model's own docstrings."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_for_editors(Rulebook.model_json_schema()),
        "title": "Escale rulebook",
        "description": "The rules of one version of a programme: phases, gates, deadlines, calls, panels, funding.",
    }


def _for_editors(node: Any) -> Any:
    """The schema without the marks of Python's documentation; keys in no known form are refused here, too."""
    match node:
        case dict():
            strict = {"additionalProperties": False} if "patternProperties" in node else {}
            return {key: _for_editors(value) for key, value in node.items()} | strict
        case list():
            return [_for_editors(value) for value in node]
        case str():
            return node.replace("``", "`")
    return node


def schema_at(tree: Any, path: tuple[str | int, ...]) -> dict[str, Any]:
    """The part of the schema that describes ``tree`` at ``path``; empty where nothing does."""
    node, value = _resolved(rulebook_schema(), tree), tree
    for step in path:
        if isinstance(step, int):
            inner = node.get("items", {})
        else:
            inner = node.get("properties", {}).get(step) or _of_any_key(node)
        value = value[step]
        node = _resolved(inner, value) if isinstance(inner, dict) else {}
    return node


def field_of(node: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of a field that is not there yet."""
    return _resolved(node.get("properties", {}).get(name, {}), None)


def _of_any_key(node: dict[str, Any]) -> Any:
    """What is said of the values where keys are free, by any pattern."""
    patterns: dict[str, Any] = node.get("patternProperties", {})
    return next(iter(patterns.values()), node.get("additionalProperties"))


def _resolved(node: dict[str, Any], value: Any) -> dict[str, Any]:
    """The schema behind a reference, a discriminated rule or the branch that ``value`` belongs to."""
    while True:
        if "$ref" in node:
            node = rulebook_schema()["$defs"][node["$ref"].rpartition("/")[2]]
        elif "discriminator" in node:
            tag = value.get(node["discriminator"]["propertyName"]) if isinstance(value, dict) else None
            reference = node["discriminator"]["mapping"].get(tag) if isinstance(tag, str) else None
            if reference is None:
                return node
            node = {"$ref": reference}
        elif branches := [one for one in node.get("anyOf", ()) if one.get("type") != "null"]:
            kind = _KINDS.get(type(value))
            node = next((one for one in branches if kind and one.get("type") == kind), branches[0])
        else:
            return node


if __name__ == "__main__":
    text = json.dumps(rulebook_schema(), ensure_ascii=False, indent=2)
    SCHEMA_FILE.write_text(text + "\n", encoding="utf-8")
