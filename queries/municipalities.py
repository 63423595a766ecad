"""The municipalities of France by name: people look for a place, events hold its code.

From INSEE's *code officiel géographique* of 1 January 2026 (Licence Ouverte 2.0), municipalities and the districts of
Paris, Lyon and Marseille, as published in ``@etalab/decoupage-administratif`` 6.0.0 (MIT): code, name, department.
"""

import gzip
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from domain.kernel.folded import folded_words

INSEE_CODE = re.compile(r"([0-9]{2}|2[AB])[0-9]{3}")
_FILE = Path(__file__).with_name("municipalities_2026.csv.gz")


class Municipality(NamedTuple):
    """A municipality by its code (INSEE), its name and its department's."""

    code: str
    name: str
    department: str


def municipality(code: str) -> Municipality | None:
    """That of a code; None for one that was merged into another before 2026, or never was."""
    return _by_code().get(code)


def municipalities(typed: str, most: int) -> list[Municipality]:
    """Those whose code, or the beginnings of whose words, are typed; the shortest names first, at most so many."""
    words = folded_words(typed)
    if not words:
        return []
    found = [one for one, known in _by_words() if all(_begins(word, known) for word in words)]
    return sorted(found, key=lambda one: (len(one.name), one.name, one.code))[:most]


def _begins(word: str, known: tuple[str, ...]) -> bool:
    return any(one.startswith(word) for one in known)


@cache
def _by_code() -> dict[str, Municipality]:
    lines = gzip.decompress(_FILE.read_bytes()).decode().splitlines()[1:]
    return {one.code: one for one in (Municipality(*line.split(";")) for line in lines)}


@cache
def _by_words() -> tuple[tuple[Municipality, tuple[str, ...]], ...]:
    every = _by_code().values()
    return tuple((one, (*folded_words(f"{one.name} {one.department}"), one.code.casefold())) for one in every)
