"""Programmes are data: no code knows one of them, and what was published never changes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from application.rulebooks.shelf import YamlRulebooks
from domain.people.state import Organisation
from domain.rulebook import Rulebook, mistakes
from programmes import FOLDER
from tests.architecture.code import ROOT, files, tree

SHIPPED = YamlRulebooks(FOLDER).versions(Organisation())
PUBLISHED = Path(__file__).with_name("published.txt")
"""A line for each version: its id and the digest of its content."""

DATA_ROOMS = {"tests", "benchmarks"}
"""Where a programme is an example, and may be named."""


def test_no_code_names_a_programme() -> None:
    """Neither by its short name nor by its name in words, neither in text nor as an identifier."""
    names = {name for one in SHIPPED for name in (one.name.fr, one.name.en)}
    slugs = {one.programme for one in SHIPPED}
    found = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in files()
        if path.relative_to(ROOT).parts[0] not in DATA_ROOMS
        for text in _texts(tree(path))
        if slugs & _slugs(text) or any(name in text for name in names)
    ]
    assert not found


def test_no_code_of_ours_is_overlooked() -> None:
    """The rule above is worth something only where it looks."""
    looked_at = {path.relative_to(ROOT).parts[0] for path in files()}
    assert {"domain", "application", "workflows", "cli", "worker.py"} <= looked_at
    assert [_slugs(text) for text in _texts(ast.parse("a_b = 'tec@1', 'tec'"))] == [
        {"a-b"},
        {"tec@1", "tec"},
        {"tec"},
    ]
    assert list(_texts(ast.parse("'tec@1'"))) == []


def test_every_version_that_ships_can_be_used() -> None:
    """No part of it names what it does not define."""
    assert [
        (one.id, finding) for one in SHIPPED for finding in mistakes(one) if finding.kind == "mistake"
    ] == []


def test_the_version_of_each_programme_is_the_highest() -> None:
    """Earlier ones, under which files may still run, lie in a folder of their own, named after their id."""
    for path in FOLDER.glob("earlier/*.yaml"):
        assert path.stem in {one.id for one in SHIPPED}
    current = {one.programme: one for one in SHIPPED}
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(current)
    for one in SHIPPED:
        place = FOLDER / f"{one.programme}.yaml"
        if one.version < current[one.programme].version:
            place = FOLDER / "earlier" / f"{one.id}.yaml"
        assert f"\nversion: {one.version}\n" in place.read_text(encoding="utf-8")


def test_a_published_version_keeps_its_content() -> None:
    """Other rules are another version: change the version's number, keep the earlier file, add a line."""
    assert PUBLISHED.read_text(encoding="utf-8").splitlines() == [_line(one) for one in SHIPPED]


def _line(rulebook: Rulebook) -> str:
    return f"{rulebook.id} {rulebook.digest}"


def _slugs(text: str) -> set[str]:
    """What may be a programme's short name: the whole text, a version's id, or words joined by hyphens."""
    versions = re.findall(r"([a-z0-9-]+)@[0-9]", text)
    joined = re.findall(r"(?<![\w-])\w+(?:-\w+)+(?![\w-])", text)
    return {text.replace("_", "-"), *versions, *joined}


def _texts(module: ast.Module) -> Iterator[str]:
    """Every text and identifier of a module; docstrings explain, and are left out."""
    explaining = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in explaining:
                yield text
            case ast.Name(id=word) | ast.Attribute(attr=word) | ast.arg(arg=word):
                yield word
            case ast.FunctionDef(name=word) | ast.AsyncFunctionDef(name=word) | ast.ClassDef(name=word):
                yield word
