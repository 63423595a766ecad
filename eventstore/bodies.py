"""Reading the body of an event strictly: one JSON object, each key once, in the bytes that RFC 8785 prescribes."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import rfc8785

from domain.kernel.canonical import canonical

Fault = Literal["not_json", "key_twice", "not_canonical"]

_UNUSUAL = re.compile(rb"[:,\[]-?[0-9]+[0-9]{15}|[:,\[]-?[0-9]+[.eE]|[^\x00-\x7f][^\"\\]*\"\s*:")
"""A large number, a fraction, or a key beyond ASCII: what ``canonical`` does not promise to write as prescribed."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the bytes say, and what is wrong with them; ``value`` is empty if they are no JSON object."""

    value: Mapping[str, Any]
    fault: Fault | None = None


class _KeyTwice(ValueError):
    """An object has a key twice: who reads it may see one value or the other."""


def read_body(body: bytes) -> Body:
    """The JSON object in ``body``."""
    try:
        value = json.loads(body.decode(), object_pairs_hook=_object, parse_constant=_no_constant)
    except _KeyTwice:
        return Body(_lenient(body), "key_twice")
    except (ValueError, RecursionError):
        return Body({}, "not_json")
    if not isinstance(value, dict):
        return Body({}, "not_json")
    return Body(value, None if _is_canonical(value, body) else "not_canonical")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _KeyTwice
    return made


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _lenient(body: bytes) -> Mapping[str, Any]:
    value = json.loads(body.decode())
    return value if isinstance(value, dict) else {}


def _is_canonical(value: dict[str, Any], body: bytes) -> bool:
    try:
        if not _UNUSUAL.search(body):
            return canonical(value) == body
        return rfc8785.dumps(value) == body
    except ValueError:  # a number or a surrogate that canonical JSON has not
        return False
