"""The house as its files show it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_ELSEWHERE = {".venv", "build", "dist", "node_modules"}


class Import(NamedTuple):
    """A module (``pkg.mod``) that a file imports, and what from it."""

    file: str
    module: str
    name: str | None

    @property
    def room(self) -> str:
        """The room of the importing file: its first folder, or the module at the top."""
        first = self.file.partition("/")[0]
        return first.removesuffix(".py")

    @property
    def package(self) -> str:
        """The package that is imported."""
        return self.module.partition(".")[0]


@cache
def files(pattern: str = "*.py") -> tuple[Path, ...]:
    """Every file of that name that is ours."""
    found = (one for one in ROOT.rglob(pattern) if not _outside(one))
    return tuple(sorted(found))


@cache
def tree(path: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports() -> tuple[Import, ...]:
    """Everything that is imported, wherever in a file; tests, benchmarks and examples left out."""
    left_out = {"tests", "benchmarks", "examples"}
    ours = (path for path in files() if path.relative_to(ROOT).parts[0] not in left_out)
    return tuple(one for path in ours for one in _imports(path))


def calls(path: Path) -> Iterator[str]:
    """The dotted names that a file calls or refers to, as it spells them."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node)


def _imports(path: Path) -> Iterator[Import]:
    file = str(path.relative_to(ROOT))
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=names):
                yield from (Import(file, one.name, None) for one in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                yield from (Import(file, module, one.name) for one in names)
            case ast.ImportFrom(level=level) if level:
                yield Import(file, "relative", None)


def _outside(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return any(part in _ELSEWHERE or part.startswith(".") for part in parts)
