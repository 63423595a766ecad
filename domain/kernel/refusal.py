"""Refusals are values: a stable code and parameters; ``wording.refusals`` puts them into words.

Parameters are codes, ids, keys and dates, never text that people wrote, so that outcomes can keep them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command does not pass. ``code`` is one of ``wording.sentences``."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


def refuse(code: str, **params: object) -> Refusal:
    """A refusal, its parameters written as text; sequences as a comma-separated list."""
    written = {
        key: ", ".join(str(one) for one in value)
        if isinstance(value, tuple | list | frozenset)
        else str(value)
        for key, value in params.items()
    }
    return Refusal(code, written)
