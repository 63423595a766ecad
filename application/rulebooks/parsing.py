"""Reading a rulebook that somebody wrote: every mistake at its line and column, with what would be accepted."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from application.rulebooks.partial import MOST, read_tree
from application.rulebooks.problems import Problem
from application.rulebooks.safe_yaml import Document, UnreadableFile, read_yaml
from domain.rulebook import Finding, Rulebook, warnings
from language import Text, text_of
from wording.accepted import FIELDS_WITH_VALUES
from wording.problems import one_of

LARGEST_RULEBOOK = 100_000
"""Bytes: ten times the longest that we know; more is nothing that people wrote, and would take long to judge."""


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A mistake or a warning at its line and column (from 1), and what would be accepted there."""

    line: int
    column: int
    kind: str
    message: Text
    expected: Text | None = None
    suggestion: str | None = None


class RulebookInvalid(Exception):
    """A rulebook cannot be used; ``findings`` says where and why, ``source`` which."""

    def __init__(self, findings: tuple[PlacedFinding, ...], source: str = "") -> None:
        told = "; ".join(f"{one.line}:{one.column}: {_told(one)}" for one in findings)
        super().__init__(f"{source}:{told}" if source else told)
        self.findings = findings


def read_rulebook(content: bytes, source: str = "") -> Rulebook:
    """The rulebook that a YAML file of this content says. Raises RulebookInvalid with every mistake."""
    _, rulebook = _read(content, source)
    return rulebook


def check_rulebook(content: bytes) -> tuple[PlacedFinding, ...]:
    """Every mistake, in the order of the file; where there is none, everything that makes no sense."""
    try:
        document, rulebook = _read(content)
    except RulebookInvalid as invalid:
        return invalid.findings
    return _some(_in_order(document, [Problem(one, one.path) for one in warnings(rulebook)]))


def _read(content: bytes, source: str = "") -> tuple[Document, Rulebook]:
    try:
        document = read_yaml(content, LARGEST_RULEBOOK)
    except UnreadableFile as error:
        unread = [PlacedFinding(one.line, one.column, "mistake", one.what) for one in (error, *error.more)]
        raise RulebookInvalid(_some(unread), source) from None
    if not isinstance(document.value, dict):
        message = Text("ce n’est pas un programme", "this is no rulebook")
        raise RulebookInvalid((PlacedFinding(1, 1, "mistake", message, FIELDS_WITH_VALUES),), source)
    reading = read_tree(document.value)
    wrong = _in_order(document, [*reading.problems, *reading.judged()])
    if reading.rulebook is None or wrong:
        raise RulebookInvalid(_some(wrong, reading.more), source)
    return document, reading.rulebook


def _in_order(document: Document, problems: list[Problem]) -> list[PlacedFinding]:
    """As they lie in the file."""
    places = sorted((_place(document, one), number) for number, one in enumerate(problems))
    return [_placed(problems[number], *place) for place, number in places[: MOST + 1]]


def _place(document: Document, problem: Problem) -> tuple[int, int]:
    path = problem.finding.path
    at_key = document.keys.get(path) if problem.at_key else None
    return at_key or document.place(path)


def _placed(problem: Problem, line: int, column: int) -> PlacedFinding:
    finding = problem.finding
    return PlacedFinding(
        line,
        column,
        finding.kind,
        text_of(finding),
        problem.expected or one_of(finding.known),
        problem.suggestion or _closest(finding),
    )


def _closest(finding: Finding) -> str | None:
    """The known word that was probably meant."""
    if finding.given is None:
        return None
    close = get_close_matches(finding.given, finding.known, n=1)
    return close[0] if close else None


def _some(found: Sequence[PlacedFinding], more: int = 0) -> tuple[PlacedFinding, ...]:
    """The first of them, and that there are others."""
    if len(found) <= MOST and not more:
        return tuple(found)
    last = found[:MOST][-1]
    message = Text("et d’autres encore", "and others still")
    return (*found[:MOST], PlacedFinding(last.line, last.column, last.kind, message))


def _told(one: PlacedFinding) -> str:
    expected = f" (expected {one.expected.en})" if one.expected else ""
    return f"{one.message.en}{expected}"
