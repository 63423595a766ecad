"""The one way in: load, fold, decide, append. Web, command line, imports and activities all call it.

Commands that arrive together share one append: a lock and a flush for all of them. Within a process those that
meet on one stream are decided in turn, on the state that the batch has reached; what another process wrote
meanwhile shows as a conflict, and the command is decided again on what the ledger then has.
"""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from application.addresses import Addresses
from application.answer import Answer, RefusalAnswer, Sentence
from application.deciding import Decider
from application.digests import repeats
from application.drafting import Draft, Drafter, streams_of
from application.files import Files
from application.ports import Clock, Composer, Rulebooks
from application.working import Working
from domain.codec import decode
from domain.commands import AnyCommand
from domain.ids import ORGANISATION_STREAM
from domain.kept import KeptFile
from domain.ledger import (
    Appended,
    AppendResult,
    Conflict,
    Known,
    Ledger,
    LedgerUnavailable,
    Outcome,
    UnknownOrganisation,
    Unstorable,
)
from domain.refusals import Refusal, explain, refuse
from domain.rulebook import Rulebook
from domain.state import Organisation

MOST_AT_ONCE = 256
"""Commands in one append."""

MOST_TRIES = 50
"""Decisions on one command before the store is called out of reach: only other processes cause repeats."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    command: AnyCommand
    answer: asyncio.Future[Answer]


class OneWayIn:
    """Handles commands, whoever gives them. ``grown`` is told, after each append, whose ledger has grown."""

    def __init__(
        self,
        ledger: Ledger,
        files: Files,
        rulebooks: Rulebooks,
        clock: Clock,
        composer: Composer,
        addresses: Addresses,
        grown: Callable[[str], None] | None = None,
    ) -> None:
        self._ledger = ledger
        self._files = files
        self._clock = clock
        self._addresses = addresses
        self._grown = grown
        self._decider = Decider(rulebooks)
        self._drafter = Drafter(self._decider, composer)
        self._queues: dict[str, deque[_Waiting]] = {}
        self._draining: dict[str, asyncio.Task[None]] = {}

    async def handle(self, organisation: str, command: AnyCommand) -> Answer:
        """Record a command or refuse it; a repeated one is answered as the first time.

        Raises LedgerUnavailable when the store is out of reach: it may have been recorded.
        """
        waiting = _Waiting(command, asyncio.get_running_loop().create_future())
        self._queues.setdefault(organisation, deque()).append(waiting)
        if organisation not in self._draining:
            self._draining[organisation] = asyncio.create_task(self._drain(organisation))
        return await waiting.answer

    async def _drain(self, organisation: str) -> None:
        queue = self._queues[organisation]
        try:
            while queue:
                batch = [queue.popleft() for _ in range(min(len(queue), MOST_AT_ONCE))]
                await self._answer(organisation, batch)
        finally:
            del self._draining[organisation]

    async def _answer(self, organisation: str, batch: list[_Waiting]) -> None:
        """Answer every command of a batch; what goes wrong is told to those who wait, and to them only."""
        for _ in range(MOST_TRIES):
            try:
                batch = await self._try(organisation, batch)
            except UnknownOrganisation:
                for one in batch:
                    _tell(one, _refused(one.command.command_id, refuse("not_founded"), outcome="invalid"))
                return
            except Exception as failure:  # noqa: BLE001 - raised again in each caller
                for one in batch:
                    _fail(one, failure)
                return
            if not batch:
                return
        for one in batch:
            _fail(one, LedgerUnavailable("too many other writers on this file"))

    async def _try(self, organisation: str, batch: list[_Waiting]) -> list[_Waiting]:
        """Decide and append a batch; those to be decided again."""
        now = await self._clock.now(organisation)
        decided: list[tuple[_Waiting, Draft]] = []
        working = Working(self._ledger, self._files, self._decider, self._addresses, organisation, now)
        await working.load([one.command for one in batch])
        for waiting in batch:
            try:
                states = await working.states(waiting.command)
                holder = await working.holder(waiting.command, states)
                draft = await self._drafter.draft(organisation, waiting.command, states, now, holder)
            except (LedgerUnavailable, UnknownOrganisation):
                raise
            except Exception as failure:  # noqa: BLE001 - raised again in its caller, and in no other
                _fail(waiting, failure)
            else:
                working.reach(draft)
                decided.append((waiting, draft))
        if not decided:
            return []
        results = await self._append(organisation, [draft for _, draft in decided], working, now)
        if self._grown:
            self._grown(organisation)
        again = []
        for (waiting, draft), result in zip(decided, results, strict=True):
            if isinstance(result, Conflict):
                again.append(waiting)
            else:
                _tell(waiting, await self._in_words(organisation, waiting.command, draft, result))
        return again

    async def _append(
        self, organisation: str, drafts: Sequence[Draft], working: Working, now: datetime
    ) -> Sequence[AppendResult]:
        appends = [draft.append for draft in drafts]
        try:
            results = await self._ledger.append(organisation, appends, now)
        except LedgerUnavailable:
            working.doubt(stream for append in appends for stream in append.expected)
            raise
        working.settle(drafts, results)
        return results

    async def _in_words(
        self, organisation: str, command: AnyCommand, draft: Draft, result: Appended | Known | Unstorable
    ) -> Answer:
        match result:
            case Unstorable():
                return _refused(command.command_id, refuse("unstorable"), outcome="invalid")
            case Known(outcome=outcome) if repeats(command, result):
                return await self.recall(organisation, outcome)
            case Known():
                return _refused(command.command_id, refuse("id_reused"), outcome="invalid")
            case Appended(outcome=outcome) if draft.refusal is None:
                return Answer(
                    command_id=command.command_id,
                    outcome="recorded",
                    position=outcome.last_position,
                    events=draft.events,
                )
        rulebook = await self._rulebook(organisation, streams_of(command)[0])
        refusal = draft.refusal or refuse("unstorable")
        return _refused(command.command_id, refusal, rulebook, outcome="refused")

    async def _rulebook(self, organisation: str, stream: str) -> Rulebook | None:
        """The rulebook that names what a refusal about a file speaks of."""
        streams = (stream, ORGANISATION_STREAM)
        if absent := [one for one in streams if not self._files.holds(organisation, one)]:
            await self._files.fresh(organisation, absent)
        file, people = (self._files.kept(organisation, one) for one in streams)
        if isinstance(file, KeptFile) and isinstance(people, Organisation):
            return self._decider.known(people, file.rulebook)
        return None

    async def recall(self, organisation: str, outcome: Outcome) -> Answer:
        """The answer that a command was given, made again from its stored outcome."""
        if outcome.refusal is not None:
            kept = json.loads(outcome.refusal)
            refusal = Refusal(kept["code"], kept["params"])
            rulebook = await self._rulebook(organisation, outcome.stream)
            answer = _refused(outcome.command_id, refusal, rulebook, outcome="refused")
            return answer.model_copy(update={"repeated": True})
        first, last = outcome.first_position or 0, outcome.last_position or 0
        stored = await self._ledger.read(organisation, first - 1, last - first + 1)
        return Answer(
            command_id=outcome.command_id,
            outcome="recorded",
            repeated=True,
            position=outcome.last_position,
            events=tuple(decode(one).event.type for one in stored),
        )


def _tell(waiting: _Waiting, answer: Answer) -> None:
    if not waiting.answer.done():
        waiting.answer.set_result(answer)


def _fail(waiting: _Waiting, failure: Exception) -> None:
    if not waiting.answer.done():
        waiting.answer.set_exception(failure)


def _refused(
    command_id: str,
    refusal: Refusal,
    rulebook: Rulebook | None = None,
    *,
    outcome: Literal["refused", "invalid"],
) -> Answer:
    words = explain(refusal, rulebook)
    return Answer(
        command_id=command_id,
        outcome=outcome,
        refusal=RefusalAnswer(
            code=refusal.code,
            message=Sentence(fr=words.message_fr, en=words.message_en),
            remedy=Sentence(fr=words.remedy_fr, en=words.remedy_en),
        ),
    )
