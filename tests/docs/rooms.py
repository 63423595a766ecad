"""The rooms of the house, and which import which, as the code has them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.docs.pages import ROOT

_AROUND = {"tests", "benchmarks"}
"""Folders of Python that may import everything."""


@cache
def rooms() -> frozenset[str]:
    """Packages and modules at the top of the repository, without those that stand around the house."""
    packages = {one.parent.name for one in ROOT.glob("*/__init__.py")}
    return frozenset((packages | {one.stem for one in ROOT.glob("*.py")}) - _AROUND)


def modules_of(room: str) -> Iterator[Path]:
    """The files of a room."""
    yield from (ROOT / room).rglob("*.py") if (ROOT / room).is_dir() else [ROOT / f"{room}.py"]


def imports_of(module: Path) -> set[str]:
    """The packages that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text())):
        match node:
            case ast.Import(names=names):
                found |= {name.name.partition(".")[0] for name in names}
            case ast.ImportFrom(module=str(name), level=0):
                found.add(name.partition(".")[0])
    return found


def imports_between_rooms() -> dict[str, set[str]]:
    """Which rooms each room imports."""
    return {
        room: {one for module in modules_of(room) for one in imports_of(module) & rooms()} - {room}
        for room in rooms()
    }
