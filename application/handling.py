"""The one way in: load, fold, decide, append. Web, command line, imports and activities all call it.

Commands that arrive together share one append: a lock and a flush for all of them. Within a process those that
meet on one stream are decided in turn, on the state that the batch has reached; what another process wrote
meanwhile shows as a conflict, and the command is decided again on what the ledger then has.
"""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from application.answer import Answer, RefusalAnswer, Sentence
from application.deciding import Decider
from application.digests import repeats
from application.drafting import Draft, Drafter, files_looked_for, streams_of
from application.files import Files, entry_of
from application.ports import Clock, Composer, Rulebooks
from domain.codec import decode
from domain.commands import AnyCommand
from domain.decide import State
from domain.ids import ORGANISATION_STREAM
from domain.kept import KeptFile
from domain.ledger import (
    Append,
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
        grown: Callable[[str], None] | None = None,
    ) -> None:
        self._ledger = ledger
        self._files = files
        self._clock = clock
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
        working: dict[str, State] = {}
        await self._load(organisation, batch)
        for waiting in batch:
            try:
                draft = await self._decide(organisation, waiting.command, working, now)
            except (LedgerUnavailable, UnknownOrganisation):
                raise
            except Exception as failure:  # noqa: BLE001 - raised again in its caller, and in no other
                _fail(waiting, failure)
            else:
                working.update(draft.after)
                decided.append((waiting, draft))
        if not decided:
            return []
        results = await self._append(organisation, [draft.append for _, draft in decided], now)
        self._keep(organisation, working, [draft for _, draft in decided], results)
        if self._grown:
            self._grown(organisation)
        again = []
        for (waiting, draft), result in zip(decided, results, strict=True):
            if isinstance(result, Conflict):
                again.append(waiting)
            else:
                _tell(waiting, await self._in_words(organisation, waiting.command, draft, result))
        return again

    async def _decide(
        self, organisation: str, command: AnyCommand, working: Mapping[str, State], now: datetime
    ) -> Draft:
        states = await self._states(organisation, command, working, now)
        return await self._drafter.draft(organisation, command, states, now)

    async def _append(
        self, organisation: str, appends: Sequence[Append], now: datetime
    ) -> Sequence[AppendResult]:
        try:
            return await self._ledger.append(organisation, appends, now)
        except LedgerUnavailable:
            for append in appends:
                for stream in append.expected:
                    self._files.outdate(organisation, stream)
            raise

    async def _load(self, organisation: str, batch: list[_Waiting]) -> None:
        wanted = {stream for one in batch for stream in streams_of(one.command)}
        absent = [stream for stream in wanted if not self._files.holds(organisation, stream)]
        if absent:
            await self._files.fresh(organisation, absent)

    async def _states(
        self, organisation: str, command: AnyCommand, working: Mapping[str, State], now: datetime
    ) -> Mapping[str, State]:
        """The states of the streams that the command is decided on: as the batch left them, or as kept."""
        if kinds := files_looked_for(command):
            return await self._all_files(organisation, command, kinds, working)
        streams = streams_of(command)
        while True:
            absent = [
                one for one in streams if one not in working and not self._files.holds(organisation, one)
            ]
            if absent:
                await self._files.fresh(organisation, absent)
            states = {one: working.get(one, self._files.kept(organisation, one)) for one in streams}
            more = [one for one in self._decider.beside(command, states, now) if one not in states]
            if not more:
                return states
            streams = (*streams, *more)

    async def _all_files(
        self, organisation: str, command: AnyCommand, kinds: tuple[str, ...], working: Mapping[str, State]
    ) -> Mapping[str, State]:
        """Every file there is of some kinds, however many: more than are kept."""
        there = [one for kind in kinds for one in await self._ledger.streams(organisation, f"{kind}:")]
        states = dict(await self._files.fresh(organisation, (*streams_of(command), *there)))
        changed = {
            one: state for one, state in working.items() if one in states or one.partition(":")[0] in kinds
        }
        return states | changed

    def _keep(
        self,
        organisation: str,
        working: dict[str, State],
        drafts: list[Draft],
        results: Sequence[AppendResult],
    ) -> None:
        """Keep the states that the ledger confirmed; those that others have moved meanwhile are read on."""
        fell = [
            (draft.append, result)
            for draft, result in zip(drafts, results, strict=True)
            if not isinstance(result, Appended)
        ]
        behind = {stream for append, _ in fell for stream in append.expected}
        for stream, state in working.items():
            if stream not in behind:
                self._files.keep(organisation, stream, state)
        for stream in behind:
            self._files.outdate(organisation, stream)
        for _, result in fell:
            if isinstance(result, Conflict) and result.actual < entry_of(
                self._files.kept(organisation, result.stream)
            ):
                self._files.forget(organisation, result.stream)

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
