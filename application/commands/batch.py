"""What a batch of commands is decided on: states as they are kept, and as the batch itself has left them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from application.addresses import Addresses
from application.commands.decider import Decider, organisation_in
from application.commands.draft import Draft, files_looked_for, streams_of
from application.files import Files, entry_of, file_streams
from domain.files.setting import State
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import (
    Appended,
    AppendResult,
    Conflict,
    Ledger,
    LedgerUnavailable,
    UnknownOrganisation,
)
from domain.registry.commands import AnyCommand


class Working:
    """The states of one attempt at a batch, at one instant. Nothing of it is kept before the ledger confirms it."""

    def __init__(
        self,
        ledger: Ledger,
        files: Files,
        decider: Decider,
        addresses: Addresses,
        organisation: str,
        now: datetime,
    ) -> None:
        self._ledger = ledger
        self._files = files
        self._decider = decider
        self._addresses = addresses
        self._organisation = organisation
        self._now = now
        self._reached: dict[str, State] = {}
        """What the batch has made of the streams that it writes to."""
        self._wanted: dict[str, tuple[str, ...]] = {}
        """The streams that each command was seen to rest on, by its id."""
        self._unsealed: dict[str, str] = {}
        """The private texts of the batch, on their way to the vault, by their places there."""

    async def load(self, commands: Sequence[AnyCommand]) -> None:
        """Read what the commands rest on, as far as it can be told beforehand: two questions for all of them.

        A hundred decisions on one envelope would else ask one after the other.
        """
        with _said_when_decided():
            await self._read({stream for one in commands for stream in streams_of(one)})
        for one in commands:
            with _said_when_decided():
                self._wanted[one.command_id] = self._with_those_beside(one, streams_of(one))
        with _said_when_decided():
            await self._read({stream for streams in self._wanted.values() for stream in streams})

    async def load_anew(self, commands: Sequence[AnyCommand]) -> None:
        """The same, as the ledger has them now, whatever is kept."""
        self.doubt(stream for one in commands for stream in streams_of(one))
        await self.load(commands)

    async def states(self, command: AnyCommand, *, at_once: bool = False) -> Mapping[str, State]:
        """The states that the command is decided on: as the batch left them, or as kept, the people acquainted.

        ``at_once``: all read by one question, as they stood at one position.
        """
        states = await (self._at_once if at_once else self._states)(command)
        people = organisation_in(states)
        acquainted = await self._addresses.acquainted(self._organisation, people, self._unsealed)
        return {**states, ORGANISATION_STREAM: acquainted}

    async def holder(self, command: AnyCommand, states: Mapping[str, State]) -> str | None:
        """Who has the address already that a command brings, if it brings one."""
        people = organisation_in(states)
        return await self._addresses.holder(self._organisation, people, command, self._unsealed)

    async def _states(self, command: AnyCommand) -> Mapping[str, State]:
        if kinds := files_looked_for(command):
            return await self._all_files(command, kinds)
        streams = tuple(dict.fromkeys((*streams_of(command), *self._wanted.get(command.command_id, ()))))
        while True:
            await self._read(one for one in streams if one not in self._reached)
            more = self._with_those_beside(command, streams)
            if len(more) == len(streams):
                return self._seen(streams)
            streams = self._wanted[command.command_id] = more

    async def _at_once(self, command: AnyCommand) -> Mapping[str, State]:
        if kinds := files_looked_for(command):
            return await self._all_files(command, kinds)
        streams = streams_of(command)
        while True:
            states = await self._files.fresh(self._organisation, streams)
            more = (*streams, *self._decider.beside(command, states, self._now))
            wanted = tuple(dict.fromkeys(more))
            if len(wanted) == len(streams):
                return states
            streams = self._wanted[command.command_id] = wanted

    def forget(self, command: AnyCommand) -> None:
        """Drop what is kept of the streams that a command rested on: they are read from their beginning."""
        for stream in (*streams_of(command), *self._wanted.get(command.command_id, ())):
            self._files.forget(self._organisation, stream)

    def reach(self, draft: Draft) -> None:
        """The next command is decided on what this one would leave."""
        self._reached.update(draft.after)
        self._unsealed.update((one.id, one.value) for one in draft.append.secrets)

    def settle(self, drafts: Sequence[Draft], results: Sequence[AppendResult]) -> None:
        """Keep the states that the ledger confirmed; those that others have moved meanwhile are read on."""
        behind: set[str] = set()
        for draft, result in zip(drafts, results, strict=True):
            if isinstance(result, Conflict):
                behind |= {result.stream, *draft.after}
            elif not isinstance(result, Appended):
                behind |= draft.append.expected.keys()
        for stream, state in self._reached.items():
            if stream not in behind:
                self._files.keep(self._organisation, stream, state)
        self.doubt(behind)
        for result in results:
            if isinstance(result, Conflict) and result.actual < entry_of(self._kept(result.stream)):
                self._files.forget(self._organisation, result.stream)

    def doubt(self, streams: Iterable[str]) -> None:
        """These may have moved."""
        for stream in streams:
            self._files.outdate(self._organisation, stream)

    async def _read(self, streams: Iterable[str]) -> None:
        absent = [one for one in streams if not self._files.holds(self._organisation, one)]
        if absent:
            await self._files.fresh(self._organisation, absent)

    def _kept(self, stream: str) -> State:
        return self._files.kept(self._organisation, stream)

    def _seen(self, streams: Sequence[str]) -> Mapping[str, State]:
        return {one: self._reached[one] if one in self._reached else self._kept(one) for one in streams}

    def _with_those_beside(self, command: AnyCommand, streams: tuple[str, ...]) -> tuple[str, ...]:
        beside = self._decider.beside(command, self._seen(streams), self._now)
        return tuple(dict.fromkeys((*streams, *beside)))

    async def _all_files(self, command: AnyCommand, kinds: tuple[str, ...]) -> Mapping[str, State]:
        """Every file there is of some kinds, however many: more than are kept."""
        there = await file_streams(self._ledger, self._organisation, kinds)
        states = dict(await self._files.fresh(self._organisation, (*streams_of(command), *there)))
        changed = {
            one: state
            for one, state in self._reached.items()
            if one in states or one.partition(":")[0] in kinds
        }
        return states | changed


@contextmanager
def _said_when_decided() -> Iterator[None]:
    """What is wrong with one command, or with a file, is said when that is decided on, and to nobody else."""
    try:
        yield
    except (LedgerUnavailable, UnknownOrganisation):
        raise
    except Exception:  # noqa: BLE001 - met again, and told, by whoever rests on it
        return
