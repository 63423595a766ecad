"""Canonical JSON (RFC 8785) as fast as the interpreter writes JSON: every command and event is written so."""

from collections.abc import Mapping
from json import JSONEncoder
from typing import Any

_write = JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: Mapping[str, Any]) -> bytes:
    """The bytes that RFC 8785 prescribes, for JSON without fractions whose integers are below 2⁵³ and keys ASCII.

    What may hold anything else (a rulebook) is written by ``rfc8785`` itself. Raises ValueError for lone surrogates.
    """
    return _write(value).encode()
