"""The one way in: load, fold, decide, append. Web, command line, imports and activities all call it.

Commands that arrive together share one append: a lock and a flush for all of them. Within a process those that
meet on one stream are decided in turn, on the state that the batch has reached; what another process wrote
meanwhile shows as a conflict, and the command is decided again on what the ledger then has.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextvars import Context, copy_context
from dataclasses import dataclass
from datetime import datetime

from application.addresses import Addresses
from application.commands.answer import Answer
from application.commands.answers import Answering
from application.commands.batch import Working
from application.commands.decider import Decider
from application.commands.draft import Draft, Drafter
from application.commands.dry_run import DryRun
from application.commands.refusals import Refusals, invalid
from application.files import Files
from application.observability.instruments import UNWATCHED, Instruments, apart
from application.ports import Clock, Composer, Rulebooks
from domain.cooperations.commands.acts import ImportCooperation
from domain.files.setting import Happening, State
from domain.kernel.ids import RESERVED, SERVICE, is_reserved, later_command_id
from domain.kernel.ledger import (
    Appended,
    AppendResult,
    Conflict,
    Ledger,
    LedgerUnavailable,
    Outcome,
    UnknownOrganisation,
)
from domain.kernel.refusal import Refusal, refuse
from domain.registry.commands import AnyCommand

MOST_AT_ONCE = 256
"""Commands in one append."""

MOST_TRIES = 50
"""Decisions on one command before the store is called out of reach: only other processes cause repeats."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    command: AnyCommand
    answer: asyncio.Future[Answer]
    context: Context
    """That of whoever gave it."""


class OneWayIn:
    """Handles commands, whoever gives them. ``grown`` is told, after each append, whose ledger has grown."""

    def __init__(  # noqa: PLR0913 - each is a part that it is wired to
        self,
        ledger: Ledger,
        files: Files,
        rulebooks: Rulebooks,
        clock: Clock,
        composer: Composer,
        addresses: Addresses,
        *,
        grown: Callable[[str], None] | None = None,
        instruments: Instruments = UNWATCHED,
    ) -> None:
        self._ledger = ledger
        self._files = files
        self._clock = clock
        self._addresses = addresses
        self._grown = grown
        self._instruments = instruments
        self._decider = Decider(rulebooks)
        self._drafter = Drafter(self._decider, composer)
        self._answering = Answering(ledger, Refusals(files, self._decider, addresses, clock))
        self._queues: dict[str, deque[_Waiting]] = {}
        self._draining: dict[str, asyncio.Task[None]] = {}

    async def handle(self, organisation: str, command: AnyCommand) -> Answer:
        """Record a person's command or refuse it; a repeated one is answered as the first time.

        Raises LedgerUnavailable when the store is out of reach: it may have been recorded.
        """
        if refusal := not_for_people(command):
            return invalid(command.command_id, refusal)
        return await self._handled(organisation, command)

    async def act(self, organisation: str, command: AnyCommand) -> Answer:
        """Record what the service does by itself, or refuse it.

        An outcome that stands in its way is no last word: a refusal for a reason that has gone, or what somebody
        recorded there while ids were free to all. It is then decided once more, under an id of this moment.
        Raises LedgerUnavailable, and ValueError for a command that is not the service's.
        """
        if command.actor != SERVICE or not is_reserved(command.command_id):
            raise ValueError(f"not a command of the service: {command.command_id}")
        answer = await self._handled(organisation, command)
        if not _in_the_way(answer):
            return answer
        head, now = await self._ledger.head(organisation), await self._clock.now(organisation)
        later = later_command_id(command.command_id, head.position, now)
        return await self._handled(organisation, command.model_copy(update={"command_id": later}))

    async def judge(self, organisation: str, command: AnyCommand) -> Refusal | None:
        """Why the rules would refuse a command now; nothing is recorded.

        Raises LedgerUnavailable, UnknownOrganisation.
        """
        decided, _ = await self.foreseen(organisation, command)
        return decided if isinstance(decided, Refusal) else None

    async def foreseen(
        self, organisation: str, command: AnyCommand
    ) -> tuple[tuple[Happening, ...] | Refusal, Mapping[str, State]]:
        """What the rules would make of a command now, and the states that this rests on; nothing is recorded.

        Raises LedgerUnavailable, UnknownOrganisation.
        """
        now = await self._clock.now(organisation)
        working = Working(self._ledger, self._files, self._decider, self._addresses, organisation, now)
        states = await working.states(command, at_once=True)
        return self._decider.decide(command, states, now), states

    async def dry_run(self, organisation: str, commands: Sequence[AnyCommand]) -> DryRun:
        """Decides these commands in turn, on states in memory; nothing is recorded.

        Raises LedgerUnavailable, UnknownOrganisation.
        """
        now = await self._clock.now(organisation)
        working = Working(self._ledger, self._files, self._decider, self._addresses, organisation, now)
        await working.load_anew(commands)
        return DryRun(organisation, now, working, self._drafter, self._answering)

    async def _handled(self, organisation: str, command: AnyCommand) -> Answer:
        with self._instruments.command(organisation, command) as watch:
            waiting = _Waiting(command, asyncio.get_running_loop().create_future(), copy_context())
            self._queues.setdefault(organisation, deque()).append(waiting)
            if organisation not in self._draining:
                self._draining[organisation] = asyncio.create_task(self._drain(organisation), context=apart())
            return watch.answered(await waiting.answer)

    async def _drain(self, organisation: str) -> None:
        queue = self._queues[organisation]
        try:
            while queue:
                batch = [queue.popleft() for _ in range(min(len(queue), MOST_AT_ONCE))]
                await self._answer(organisation, batch)
        finally:
            del self._draining[organisation]

    async def _answer(self, organisation: str, batch: list[_Waiting]) -> None:
        """Answer every command of a batch; those that could not be decided in it are decided apart."""
        for one in await self._settle(organisation, batch, apart=False):
            await self._settle(organisation, [one], apart=True)

    async def _settle(self, organisation: str, batch: list[_Waiting], *, apart: bool) -> list[_Waiting]:
        """Decide and append until nothing is in conflict; what is still to be decided apart.

        What goes wrong is told to those who wait, and to them only.
        """
        left: list[_Waiting] = []
        for _ in range(MOST_TRIES):
            try:
                batch, puzzling = await self._try(organisation, batch, apart=apart)
            except UnknownOrganisation:
                for one in batch:
                    _tell(one, invalid(one.command.command_id, refuse("not_founded")))
                return left
            except Exception as failure:  # noqa: BLE001 - raised again in each caller
                for one in batch:
                    _fail(one, failure)
                return left
            left += puzzling
            if not batch:
                return left
        for one in batch:
            _fail(one, LedgerUnavailable("too many other writers on this file"))
        return left

    async def _try(
        self, organisation: str, batch: list[_Waiting], *, apart: bool
    ) -> tuple[list[_Waiting], list[_Waiting]]:
        """Decide and append a batch; those in conflict, and those whose decision failed.

        It may have failed on states that were read at different moments: they are forgotten, and it is decided
        ``apart``, on states of one position. What fails then is a fault.
        """
        now = await self._clock.now(organisation)
        decided: list[tuple[_Waiting, Draft]] = []
        puzzling: list[_Waiting] = []
        working = Working(self._ledger, self._files, self._decider, self._addresses, organisation, now)
        if not apart:
            await working.load([one.command for one in batch])
        for waiting in batch:
            try:
                states = await working.states(waiting.command, at_once=apart)
                holder = await working.holder(waiting.command, states)
                draft = await self._drafter.draft(organisation, waiting.command, states, now, holder)
            except (LedgerUnavailable, UnknownOrganisation):
                raise
            except Exception as failure:  # noqa: BLE001 - raised again in its caller, and in no other
                working.forget(waiting.command)
                if apart:
                    _fail(waiting, failure)
                else:
                    puzzling.append(waiting)
            else:
                working.reach(draft)
                decided.append((waiting, draft))
        return await self._record(organisation, decided, working, now), puzzling

    async def _record(
        self, organisation: str, decided: list[tuple[_Waiting, Draft]], working: Working, now: datetime
    ) -> list[_Waiting]:
        """Append what was decided and tell what became of it; those in conflict."""
        if not decided:
            return []
        since = time.time_ns()
        results = await self._append(organisation, [draft for _, draft in decided], working, now)
        if self._grown:
            self._grown(organisation)
        again = []
        for (waiting, draft), result in zip(decided, results, strict=True):
            if isinstance(result, Conflict):
                again.append(waiting)
                continue
            if isinstance(result, Appended):
                waiting.context.run(self._instruments.recorded, organisation, draft.recorded, since)
            try:
                _tell(waiting, await self._answering.in_words(organisation, waiting.command, draft, result))
            except Exception as failure:  # noqa: BLE001 - raised again in its caller: the others are recorded
                _fail(waiting, failure)
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

    async def recall(self, organisation: str, outcome: Outcome, reader: str) -> Answer:
        """The answer that a command was given, made again from its stored outcome for whoever looks it up."""
        return await self._answering.recall(organisation, outcome, reader)


def not_for_people(command: AnyCommand) -> Refusal | None:
    """Why nobody but the service may give such a command: its actor, its id, or those of an act that it brings in."""
    acts = command.acts if isinstance(command, ImportCooperation) else ()
    given = (command, *acts)
    if any(one.actor == SERVICE for one in given):
        return refuse("actor_reserved")
    if any(is_reserved(one.command_id) for one in given):
        return refuse("id_reserved", prefix=RESERVED)
    return None


def _in_the_way(answer: Answer) -> bool:
    """Whether what is known under an id, and not the state of things, keeps a command from being decided."""
    taken = answer.refusal is not None and answer.refusal.code == "id_reused"
    return taken or (answer.outcome == "refused" and answer.repeated)


def _tell(waiting: _Waiting, answer: Answer) -> None:
    if not waiting.answer.done():
        waiting.answer.set_result(answer)


def _fail(waiting: _Waiting, failure: Exception) -> None:
    if not waiting.answer.done():
        waiting.answer.set_exception(failure)
