"""Reading a rulebook that somebody wrote: every mistake at its line and column, with what would be accepted."""

from dataclasses import dataclass, replace
from difflib import get_close_matches

from application.answer import Sentence
from application.problem_words import one_of
from application.rulebook_problems import Problem
from application.rulebook_rest import Reading, read_tree
from application.safe_yaml import Document, UnreadableFile, read_yaml
from domain.rulebook import Finding, Rulebook, mistakes, warnings

LARGEST_RULEBOOK = 200_000
"""Bytes: ten times the longest that we know; more is nothing that people wrote, and would take long to judge."""

_SHOWN = 200
_NO_FIELDS = Sentence(fr="des champs avec leurs valeurs", en="fields with their values")


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A mistake or a warning at its line and column (from 1), and what would be accepted there."""

    line: int
    column: int
    kind: str
    message: Sentence
    expected: Sentence | None = None
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
    return _shown([_placed(document, Problem(one, one.path)) for one in warnings(rulebook)])


def _read(content: bytes, source: str = "") -> tuple[Document, Rulebook]:
    try:
        document = read_yaml(content, LARGEST_RULEBOOK)
    except UnreadableFile as error:
        unreadable = PlacedFinding(error.line, error.column, "mistake", error.what)
        raise RulebookInvalid((unreadable,), source) from None
    if not isinstance(document.value, dict):
        message = Sentence(fr="ce n’est pas un programme", en="this is no rulebook")
        raise RulebookInvalid((PlacedFinding(1, 1, "mistake", message, _NO_FIELDS),), source)
    reading = read_tree(document.value)
    wrong = [_placed(document, one) for one in (*reading.problems, *_judged(reading))]
    if reading.rulebook is None or wrong:
        raise RulebookInvalid(_shown(wrong), source)
    return document, reading.rulebook


def _judged(reading: Reading) -> list[Problem]:
    """What the parts that could be read have wrong in common."""
    if reading.rulebook is None:
        return []
    found = [(finding, reading.origin(finding.path)) for finding in mistakes(reading.rulebook)]
    return [
        Problem(replace(finding, path=origin), origin)
        for finding, origin in found
        if not reading.depends_on_what_is_missing(finding, origin)
    ]


def _placed(document: Document, problem: Problem) -> PlacedFinding:
    finding = problem.finding
    at_key = document.keys.get(finding.path) if problem.at_key else None
    line, column = at_key or document.place(finding.path)
    return PlacedFinding(
        line,
        column,
        finding.kind,
        Sentence(fr=finding.fr, en=finding.en),
        problem.expected or one_of(finding.known),
        problem.suggestion or _closest(finding),
    )


def _closest(finding: Finding) -> str | None:
    """The known word that was probably meant."""
    if finding.given is None:
        return None
    close = get_close_matches(finding.given, finding.known, n=1)
    return close[0] if close else None


def _shown(found: list[PlacedFinding]) -> tuple[PlacedFinding, ...]:
    found.sort(key=lambda one: (one.line, one.column))
    if len(found) <= _SHOWN:
        return tuple(found)
    more = len(found) - _SHOWN
    message = Sentence(fr=f"et {more} autres erreurs", en=f"and {more} more mistakes")
    last = found[_SHOWN - 1]
    return (*found[:_SHOWN], PlacedFinding(last.line, last.column, "mistake", message))


def _told(one: PlacedFinding) -> str:
    expected = f" (expected {one.expected.en})" if one.expected else ""
    return f"{one.message.en}{expected}"
