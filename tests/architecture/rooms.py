"""The rooms of the house, at the top and inside the domain, and which import which: as the page says, and as it is."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tests.architecture.code import ROOT, files, imports

_PAGE = ROOT / "docs" / "architecture.md"
_AROUND = {"tests", "benchmarks", "examples"}
_CODE = re.compile(r"`([^`]+)`")


def room_of(file: str) -> str:
    """The room of a file, by its path from the root: ``domain/reviews``, ``mail``, ``worker``."""
    parts = file.split("/")
    if parts[0] == "domain" and len(parts) > 2:
        return "/".join(parts[:2])
    return parts[0].removesuffix(".py")


@cache
def _files() -> Mapping[str, str]:
    """Each module and package of ours with its file."""
    ours = (str(path.relative_to(ROOT)) for path in files())
    return {one.removesuffix(".py").removesuffix("/__init__").replace("/", "."): one for one in ours}


@cache
def rooms() -> frozenset[str]:
    """All rooms that hold code."""
    return frozenset(map(room_of, _files().values())) - _AROUND - {"domain"}


@cache
def imported() -> Mapping[str, frozenset[str]]:
    """Which rooms each room imports, wherever in a file."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in imports():
        file = _files().get(f"{one.module}.{one.name}") or _files().get(one.module)
        if file is not None:
            found[room_of(one.file)].add(room_of(file))
    return {room: frozenset(others - {room}) for room, others in found.items()}


@cache
def allowed() -> Mapping[str, frozenset[str]]:
    """Which rooms each room may import, as the page has it; ``domain`` stands for all rooms of the domain."""
    rows: dict[str, frozenset[str]] = {}
    table = _PAGE.read_text(encoding="utf-8").partition("| room | may import |")[2].partition("\n\n")[0]
    for line in table.splitlines():
        room, _, others = line.strip("| ").partition("|")
        for name in _CODE.findall(room):
            rows[name] = frozenset(one for word in _CODE.findall(others) for one in _meant(word))
    return rows


def _meant(word: str) -> set[str]:
    inside = {one for one in rooms() if one.startswith("domain/")}
    return inside if word == "domain" else {word}
