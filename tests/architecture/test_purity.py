"""Rules and workflows ask nobody for the time or a number; SQL lies in files of its own; files stay short."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.code import ROOT, calls, files, tree

LONGEST = 300
USUAL = 120

_ASKING = re.compile(
    r"(datetime\.(now|utcnow|today)|date\.today|time\.(time|monotonic|perf_counter)(_ns)?|uuid\.uuid[1-8]"
    r"|random\.\w+|secrets\.\w+|os\.(urandom|environ|getenv))$"
)
_BARE = {
    "now",
    "uuid4",
    "uuid1",
    "uuid7",
    "token_bytes",
    "token_hex",
    "monotonic",
    "urandom",
    "input",
    "open",
    "print",
}
_SQL = re.compile(
    r"\b(SELECT\b.+\bFROM|INSERT\s+INTO|UPDATE\s+[\w.\"]+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|FUNCTION|SCHEMA)"
    r"|ALTER\s+TABLE|DROP\s+TABLE|TRUNCATE\s+\w+|GRANT\s+\w+\s+ON)\b",
    re.IGNORECASE | re.DOTALL,
)
PURE = [
    path
    for path in files()
    if path.is_relative_to(ROOT / "domain") or path.is_relative_to(ROOT / "workflows")
]
OURS = [path for path in files() if not {"tests", "benchmarks"} & set(path.relative_to(ROOT).parts)]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_time_and_chance_come_in_with_the_command() -> None:
    """``workflow.now`` is Temporal's own, and replays."""
    assert not [(_name(path), name) for path in PURE for name in calls(path) if _ASKING.search(name)]
    called = {
        (_name(path), node.func.id)
        for path in PURE
        for node in _calls_of(path)
        if isinstance(node.func, ast.Name)
    }
    assert not [one for one in called if one[1] in _BARE]


def test_sql_lies_in_files_of_its_own() -> None:
    """Named and described there, never put together in Python; what prose says of it is prose."""
    assert not [(_name(path), text) for path in OURS for text in _texts(path) if _SQL.search(text)]


def test_no_file_is_longer_than_one_reads() -> None:
    """Three hundred lines at most."""
    assert not {_name(path): _length(path) for path in files() if _length(path) > LONGEST}


def test_most_files_are_short() -> None:
    """The median is under one hundred and twenty lines, of the house and of its tests."""
    assert statistics.median(map(_length, OURS)) < USUAL
    assert statistics.median(map(_length, files())) < USUAL


def test_the_house_holds_no_leftovers() -> None:
    """What is to be done is an issue, not a comment."""
    marks = re.compile(r"#\s*(TODO|FIXME|XXX|HACK)\b")
    assert not [_name(path) for path in files() if marks.search(path.read_text(encoding="utf-8"))]


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _calls_of(path: Path) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def _texts(path: Path) -> Iterator[str]:
    """The strings of a file that are not documentation."""
    told = {
        id(node.value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value
