"""Asking what other rules would have made of the past, step by step: the question as typed, how far, what differs."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from time import monotonic

from application.rulebooks.parsing import RulebookInvalid, read_rulebook
from application.what_if.histories import asked_streams, replay_streams
from application.what_if.question import Difference, Found, Question
from domain.cooperations.state import Cooperation
from domain.kernel.ids import cooperation_stream
from domain.kernel.ledger import LedgerUnavailable
from domain.rulebook import Rulebook
from language import Text
from queries.differences import DifferenceTold, difference_told
from queries.programmes import version_of
from queries.refused import Failure, out_of_reach
from queries.typed import period_of
from queries.visit import Visit, reached
from wording.what_if import BAD_PERIOD, NO_PROGRAMME, NO_RULEBOOK, mistaken_rulebook

FILES = 20
"""Files with differences on a page."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What was replayed in one go, up to which stream, of how many in all; which streams have a difference."""

    replayed: int
    streams: int
    last: str
    files: int
    decisions: int
    differing: tuple[str, ...]
    ended: bool


@dataclass(frozen=True, slots=True)
class FileDiffering:
    """A file by its key and name, with its decisions that would have been others."""

    file: str
    name: str
    differences: Sequence[DifferenceTold]


def question_asked(visit: Visit, typed: Mapping[str, str]) -> Question | Mapping[str, Text]:
    """The question of a form; or what is wrong with it, by field."""
    wrong: dict[str, Text] = {}
    rulebook = _rulebook(visit, typed)
    if isinstance(rulebook, Text):
        wrong["content" if typed.get("content", "").strip() else "rules"] = rulebook
    period = _period(visit, typed.get("since", ""), typed.get("until", ""))
    if period is None:
        wrong["since"] = BAD_PERIOD
    programme = typed.get("programme", "")
    if programme not in visit.service.rulebooks.programmes(visit.people):
        wrong["programme"] = NO_PROGRAMME
    if wrong or isinstance(rulebook, Text) or period is None:
        return wrong
    return Question(visit.organisation, rulebook, programme, *period, visit.person, visit.now, visit.zone)


def _rulebook(visit: Visit, typed: Mapping[str, str]) -> Rulebook | Text:
    content = typed.get("content", "")
    if not content.strip():
        return version_of(visit, typed.get("rules", "")) or NO_RULEBOOK
    try:
        return read_rulebook(content.encode())
    except RulebookInvalid as invalid:
        first = invalid.findings[0]
        return mistaken_rulebook(first.line, first.column, first.message)


def _period(visit: Visit, since: str, until: str) -> tuple[date, date] | None:
    try:
        return period_of(f"{since}/{until}", visit.zone)
    except Failure:
        return None


async def replay_on(visit: Visit, question: Question, after: str, seconds: float) -> Replayed:
    """Replay the files after a stream, as long as there is time; some at least. Raises Failure."""
    until, found, done, last, ended = monotonic() + seconds, Found(), 0, after, True
    async with reached():
        streams = await asked_streams(visit.service.ledger, question)
    left = [one for one in streams if one > after]
    async for number, some in _replayed(visit, question, left):
        found, done = found + some, done + number
        last = left[done - 1]
        if monotonic() > until:
            ended = done == len(left)
            break
    differing = dict.fromkeys(cooperation_stream(one.file) for one in found.differences)
    return Replayed(done, len(streams), last, found.files, found.decisions, tuple(differing), ended)


async def differing_files(
    visit: Visit, question: Question, streams: Sequence[str]
) -> Sequence[FileDiffering]:
    """What differs in some streams, read anew: only what the person may read now is told. Raises Failure."""
    found: list[Difference] = []
    async for _, some in _replayed(visit, question, streams):
        found += some.differences
    found.sort(key=lambda one: (one.file, one.decision.entry))
    files = dict.fromkeys(one.file for one in found)
    async with reached():
        names = await visit.names()
        states = await visit.states(cooperation_stream(one) for one in files)
    called = {one.id: one.name for one in states.values() if isinstance(one, Cooperation)}
    return [
        FileDiffering(
            file,
            called[file],
            [difference_told(visit, question, one, names) for one in found if one.file == file],
        )
        for file in files
    ]


async def _replayed(
    visit: Visit, question: Question, streams: Sequence[str]
) -> AsyncIterator[tuple[int, Found]]:
    """Some of them at a time. Raises Failure."""
    try:
        async for number, found in replay_streams(visit.service.ledger, question, streams):
            yield number, found
    except LedgerUnavailable:
        raise out_of_reach() from None
