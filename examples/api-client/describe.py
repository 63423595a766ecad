"""The part of the API's description that the example needs, for the generator of its models.

``python examples/api-client/describe.py < openapi.json > small.json``; ``make api-client`` does it all.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

COMMANDS = ("OpenCooperation",)
OPERATIONS = ("give", "outcome")
_REF = "#/components/schemas/"


def part_of(told: dict[str, Any]) -> dict[str, Any]:
    """Some operations, some commands, and what they refer to."""
    paths = {
        path: {method: one for method, one in methods.items() if one["operationId"] in OPERATIONS}
        for path, methods in told["paths"].items()
    }
    schemas = told["components"]["schemas"]
    schemas["Command"] = {"oneOf": [{"$ref": _REF + one} for one in COMMANDS]}
    wanted = set(_named({path: one for path, one in paths.items() if one}))
    while more := {name for one in wanted for name in _named(schemas[one])} - wanted:
        wanted |= more
    kept = {name: one for name, one in schemas.items() if name in wanted}
    small = {"paths": {path: one for path, one in paths.items() if one}, "components": {"schemas": kept}}
    untitled: dict[str, Any] = _untitled(told | small)
    return untitled


def _untitled(value: Any) -> Any:
    """The same without titles, which say the name of a field once more."""
    match value:
        case dict():
            return {
                key: _untitled(inner)
                for key, inner in value.items()
                if key != "title" or not isinstance(inner, str) or "version" in value
            }
        case list():
            return [_untitled(one) for one in value]
    return value


def _named(value: Any) -> Iterator[str]:
    """The schemas that something refers to."""
    match value:
        case {"$ref": str(name)}:
            yield name.removeprefix(_REF)
        case dict():
            for inner in value.values():
                yield from _named(inner)
        case list():
            for inner in value:
                yield from _named(inner)


if __name__ == "__main__":
    json.dump(part_of(json.load(sys.stdin)), sys.stdout)
