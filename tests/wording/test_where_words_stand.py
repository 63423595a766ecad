"""Where sentences for people stand: ``wording/``, ``sentences`` of the domain, and where nothing repeats them."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.code import ROOT, files, tree
from wording.codes import CODES

MAY = {
    "wording": "its subject",
    "language.py": "says what is given to it",
    "domain/*/sentences": "refusals, beside the codes that give them",
    "domain/rulebook": "what is wrong with a rulebook, beside the rule that finds it",
    "application/plain_text.py": "what a file that cannot be read has wrong, beside the reading",
    "application/commands": "what an import file or a command has wrong, beside the reading",
    "application/rulebooks": "what a YAML file has wrong, beside the reading",
    "application/rehearsal": "what makes no sense in a rehearsal, beside the judgement",
    "queries": "failures: why somebody may not ask, beside the right that says so",
    "exports": "headings of one file that leaves",
    "cli": "help of options, headings of one drawing, what one command complains about",
    "mail/templates": "letters as a whole, in Jinja: a language a file; words of states come from wording",
    "mail/words.py": "what stands in the place of a name that was altered",
    "stack": "what starting the embedded services has to tell, also before the rest can be imported",
}
"""Where prose may stand, and why."""
OURS = [path for path in files() if path.relative_to(ROOT).parts[0] not in {"tests", "benchmarks"}]
_BLANK = re.compile(r"\w[ \u00a0\u202f]+\w")
_FRENCH = re.compile(r"[àâçéèêëîïôùû’]")


def _said(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_said(one) for one in parts)
        case ast.FormattedValue(value=value):
            return "{" + ast.unparse(value) + "}"
    return ""


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """What is said in both languages: a pair of texts, of which the first is French."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Call(func=ast.Name(id="Text" | "t"), args=[french, english]):
                yield _said(french), _said(english)
            case ast.Tuple(elts=[french, english]) if _FRENCH.search(_said(french)):
                yield _said(french), _said(english)


def _told(path: Path) -> set[tuple[str, str]]:
    return {pair for pair in _pairs(path) if all(pair) and pair[0] != pair[1]}


def _place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _may(place: str) -> bool:
    parts = place.split("/")
    if parts[0] == "domain" and len(parts) > 2 and parts[2].removesuffix(".py") == "sentences":
        return True
    return any(place == one or place.startswith(f"{one}/") for one in MAY)


@pytest.mark.parametrize("path", OURS, ids=_place)
def test_prose_stands_only_where_it_may(path: Path) -> None:
    """In no read model, store, workflow or rule."""
    assert _may(_place(path)) or not _told(path)


def test_no_permission_is_idle() -> None:
    """Where nothing is said, nothing need be allowed."""
    holding = {
        _place(path) for path in OURS if _told(path) or "UNREADABLE" in path.read_text(encoding="utf-8")
    }
    idle = {
        one for one in MAY if "*" not in one and not any(f"{it}/".startswith(f"{one}/") for it in holding)
    }
    assert idle <= {"mail/templates", "language.py"}


def test_no_sentence_is_said_in_two_places() -> None:
    """What two files say stands in ``wording/``; but a word at the head of a column, and what refusals advise."""
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in OURS:
        if not _place(path).startswith("domain/"):
            for pair in _told(path):
                places[pair].add("wording" if _place(path).startswith("wording/") else _place(path))
    assert not {one: found for one, found in places.items() if len(found) > 1 and _BLANK.search(one[0])}


def test_no_state_is_said_outside_its_table() -> None:
    """Whoever shows a state asks for its word."""
    words = {pair for table in CODES.values() for pair in table.values() if _BLANK.search(pair[0])}
    outside = {_place(path): _told(path) & words for path in OURS if not _place(path).startswith("wording/")}
    assert not {place: found for place, found in outside.items() if found}
