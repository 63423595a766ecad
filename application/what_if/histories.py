"""Reading the histories in question from the ledger."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from application.what_if.decisions import DECISIONS
from application.what_if.people import PeopleThen
from application.what_if.question import Found, Question
from application.what_if.replaying import replay
from application.what_if.unread import needs_everything, unread_types
from domain.kernel.ids import ORGANISATION_STREAM, cooperation_stream
from domain.kernel.ledger import Ledger
from domain.kernel.recorded import Recorded
from domain.registry.codec import decode_all

FILES_AT_ONCE = 40
"""Files read in one query: some thousand events."""


async def asked_streams(ledger: Ledger, question: Question) -> Sequence[str]:
    """The cooperations that have a decision under the programme, whenever it was taken. Raises LedgerUnavailable.

    Reviews and fundings, which share some types of decisions with them, are not among them.
    """
    found = await ledger.streams_with(question.organisation, sorted(DECISIONS), question.programme)
    return [one for one in found if one.startswith(cooperation_stream(""))]


async def replay_streams(
    ledger: Ledger, question: Question, streams: Sequence[str]
) -> AsyncIterator[tuple[int, Found]]:
    """How many of these files were just replayed, and what they had, until all are. Raises LedgerUnavailable."""
    stored = await ledger.read_streams(question.organisation, {ORGANISATION_STREAM: 0})
    people = PeopleThen(decode_all(stored[ORGANISATION_STREAM]))
    for first in range(0, len(streams), FILES_AT_ONCE):
        some = streams[first : first + FILES_AT_ONCE]
        yield len(some), await _replay_some(ledger, question, people, some)


async def _replay_some(
    ledger: Ledger, question: Question, people: PeopleThen, streams: Sequence[str]
) -> Found:
    found = Found()
    unread = unread_types(question.rulebook)
    for stream, events in (await ledger.read_without(question.organisation, streams, unread)).items():
        history: Sequence[Recorded] = decode_all(events)
        if needs_everything(question, history):
            whole = await ledger.read_streams(question.organisation, {stream: 0})
            history = decode_all(whole[stream])
        found += await asyncio.to_thread(replay, question, people, history)
    return found
