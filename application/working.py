"""What a batch of commands is decided on: states as they are kept, and as the batch itself has left them."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from application.addresses import Addresses
from application.deciding import Decider, organisation_in
from application.drafting import Draft, files_looked_for, streams_of
from application.files import Files, entry_of, file_streams
from domain.commands import AnyCommand
from domain.decide import State
from domain.ids import ORGANISATION_STREAM
from domain.ledger import Appended, AppendResult, Conflict, Ledger


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
        await self._read({stream for one in commands for stream in streams_of(one)})
        for one in commands:
            with suppress(Exception):  # what is wrong with it is said when it is decided, and to nobody else
                self._wanted[one.command_id] = self._with_those_beside(one, streams_of(one))
        with suppress(ValueError):  # nor does a file that cannot be folded stop those that do not rest on it
            await self._read({stream for streams in self._wanted.values() for stream in streams})

    async def states(self, command: AnyCommand) -> Mapping[str, State]:
        """The states that the command is decided on: as the batch left them, or as kept, the people acquainted."""
        states = await self._states(command)
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
            streams = more

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
