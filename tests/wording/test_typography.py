"""French typography in everything that people read: in code, in letters, in rulebooks, and in what is put together.

U+202F before ``; ! ?`` and between the digits of long numbers, U+00A0 before ``: % €`` and inside « », ``’`` for an
apostrophe. English has no space before any of them, so that the rule for spaces holds for every text.
"""

import ast
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from language import speaking
from tests.architecture.code import ROOT, files, tree
from wording.amounts import euros_words
from wording.punctuation import joined, labelled, quoted
from wording.quantities import count_words, duration_words, long_day, number_words, share_words

PLAIN = re.compile(r" [;!?](?![=\w])| :(?![\w:=\]])| »|« |(?:(?<=\d)|^) [%€](?![\w(])")
"""A plain space where French has a narrow one or one that does not break."""
WRONG = re.compile(r"\u00a0[;!?]|\u202f[:%€»]|«\u202f")
"""The one where the other belongs."""
APOSTROPHE = re.compile(r"\w'\w")
NO_PROSE = {
    "domain/bank/identifiers.py": "a pattern of numbers as people paste them",
    "cli/demo/demonstration.py": "an arrow in front of what an example tells",
}
"""Files that hold such marks where they are no punctuation, and why."""
OURS = [path for path in files() if path.relative_to(ROOT).parts[0] not in {"tests", "benchmarks"}]
RULEBOOKS = sorted((ROOT / "programmes").rglob("*.yaml"))
PUBLISHED = (ROOT / "tests" / "programmes" / "published.txt").read_text(encoding="utf-8")


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a file but docstrings."""
    told = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def _said(node: ast.expr) -> str:
    """A text with what is put into it left out."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_said(one) for one in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _pairs(path: Path) -> Iterator[tuple[int, str, str]]:
    """Whatever is said twice, French first."""
    for node in ast.walk(tree(path)):
        match node:
            case (
                ast.Call(func=ast.Name(id="Text" | "t"), args=[french, english])
                | ast.Tuple(elts=[french, english])
            ):
                if _said(french) and _said(english) and _said(french) != _said(english):
                    yield node.lineno, _said(french), _said(english)


def test_every_text_has_the_spaces_of_its_language() -> None:
    """In all code of ours."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in OURS
        for line, text in _texts(path)
        if (PLAIN.search(text) and str(path.relative_to(ROOT)) not in NO_PROSE) or WRONG.search(text)
    ]
    assert not found


def test_french_has_its_own_apostrophe() -> None:
    """Wherever French stands beside English."""
    pairs = [(path, *pair) for path in OURS for pair in _pairs(path)]
    assert len(pairs) > len(OURS)
    assert not [f"{path}:{line}: {fr}" for path, line, fr, _ in pairs if APOSTROPHE.search(fr)]


@pytest.mark.parametrize("name", ["fr.words", "subject.txt", "reminder.txt", "reminder.html"])
def test_letters_have_the_spaces_of_their_language(name: str) -> None:
    """What stands between the marks of Jinja, and the texts within them."""
    source = (ROOT / "mail" / "templates" / name).read_text(encoding="utf-8")
    within = re.findall(r'"([^"]*)"', " ".join(re.findall(r"\{[{%].*?[}%]\}", source, re.DOTALL)))
    for text in [re.sub(r"\{[{%].*?[}%]\}", "x", source, flags=re.DOTALL), *within]:
        prose = re.sub(r"<[^>]*>", "", text)
        assert not PLAIN.search(prose), text
        assert not WRONG.search(prose), text
        assert name != "fr.words" or not APOSTROPHE.search(prose), text


def test_no_plural_is_left_in_brackets() -> None:
    """Counts are said by ``count_words``; sentences are made so that a number needs no plural."""
    found = [
        f"{path.relative_to(ROOT)}:{line}" for path in OURS for line, text in _texts(path) if "(s)" in text
    ]
    assert not found


def test_what_the_demonstration_tells_has_them() -> None:
    """The story of the examples."""
    told = re.findall(
        r'tell: \{fr: "([^"]*)"', (ROOT / "examples" / "story.yaml").read_text(encoding="utf-8")
    )
    assert len(told) > len("story")
    assert not [one for one in told if PLAIN.search(one) or WRONG.search(one) or APOSTROPHE.search(one)]


@pytest.mark.parametrize("path", RULEBOOKS, ids=lambda path: path.stem)
def test_names_of_rulebooks_have_them_unless_they_are_published(path: Path) -> None:
    """What is published keeps its digest for ever, as it was written; what is not yet may not begin so."""
    source = path.read_text(encoding="utf-8")
    told = re.findall(r"\bfr: *(\"[^\"]*\"|'[^']*'|[^,}\n]*)", source)
    wrong = [one for one in told if PLAIN.search(one) or WRONG.search(one)]
    key = re.search(r"^programme: (\S+)\nversion: (\d+)", source, re.MULTILINE)
    assert key
    assert told
    assert not wrong or f"{key[1]}@{key[2]} " in PUBLISHED


def test_what_is_put_together_has_them_too() -> None:
    """Amounts, numbers, shares, counts, lengths of time, days, labels, quotations."""
    said = [
        (euros_words(1_500_050), "15\u202f000,50\u00a0€", "€15,000.50"),
        (number_words(15_000), "15\u202f000", "15,000"),
        (share_words(Decimal("2.5")), "2,5\u00a0%", "2.5%"),
        (count_words(0, ("voix", "vote"), ("voix", "votes")), "0 voix", "0 votes"),
        (count_words(0, ("avis", "opinion"), ("des avis", "opinions")), "0 avis", "0 opinions"),
        (duration_words("P1Y6M"), "1 an et 6 mois", "1 year and 6 months"),
        (quoted("a\x1bb"), "«\u00a0a\\x1bb\u00a0»", "“a\\x1bb”"),
    ]
    for words, french, english in said:
        assert words == (french, english)
    assert long_day(date(2026, 12, 1), "fr") == "mardi 1er décembre 2026"
    with speaking("fr"):
        assert (labelled("a", "b"), joined("ab")) == ("a\u00a0: b", "a\u202f; b")
    with speaking("en"):
        assert (labelled("a", "b"), joined("ab")) == ("a: b", "a; b")
