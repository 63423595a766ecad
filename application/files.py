"""Files and organisations, folded from the ledger; states are kept, and only what came since is read.

A kept state may be behind another process: who decides on one appends with its entry as the expected version,
and who answers questions asks for a fresh one.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from application.ports import Rulebooks
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.files.setting import State
from domain.kernel.ids import FILE_KINDS, ORGANISATION_STREAM, cooperation_stream, stream_of
from domain.kernel.ledger import Ledger
from domain.people.state import Organisation
from domain.registry.as_of import state_then
from domain.registry.codec import decode_all
from domain.registry.folding import beginning, next_state
from domain.rulebook import Rulebook

KEPT = 1_000
"""States kept in a process; about 20 kB each."""


async def file_streams(ledger: Ledger, organisation: str, kinds: Iterable[str] = FILE_KINDS) -> list[str]:
    """The streams of every file of these kinds that an organisation has."""
    return [one for kind in kinds for one in await ledger.streams(organisation, f"{kind}:")]


@dataclass(frozen=True, slots=True)
class RuledFile:
    """A file with its organisation and the rulebook under which it runs."""

    file: KeptFile
    organisation: Organisation
    rulebook: Rulebook


class Files:
    """Reads and keeps folded states, per organisation and stream."""

    def __init__(self, ledger: Ledger, rulebooks: Rulebooks, kept: int = KEPT) -> None:
        self._ledger = ledger
        self._rulebooks = rulebooks
        self._kept = kept
        self._states: OrderedDict[tuple[str, str], State] = OrderedDict()
        self._behind: set[tuple[str, str]] = set()
        self._turns: dict[str, int] = {}

    async def file(self, organisation: str, key: str) -> KeptFile | None:
        """The cooperation, review or funding of a key as the ledger has it now; None if there is none."""
        stream = stream_of(key)
        state = (await self.fresh(organisation, [stream]))[stream]
        return state if isinstance(state, KeptFile) else None

    async def cooperation(self, organisation: str, cooperation: str) -> Cooperation | None:
        """The file as the ledger has it now; None if it was never opened."""
        state = await self.file(organisation, cooperation)
        return state if isinstance(state, Cooperation) else None

    async def organisation(self, organisation: str) -> Organisation:
        """The organisation as the ledger has it now."""
        state = (await self.fresh(organisation, [ORGANISATION_STREAM]))[ORGANISATION_STREAM]
        return state if isinstance(state, Organisation) else Organisation()

    async def cooperation_at(
        self,
        organisation: str,
        cooperation: str,
        as_of: datetime | None,
        known_on: datetime | None,
        zone: ZoneInfo,
    ) -> Cooperation | None:
        """The file as it was at ``as_of`` (what had happened), as known on ``known_on`` (what was recorded).

        ``zone`` is where its days begin and end.
        """
        stream = cooperation_stream(cooperation)
        state = (await self.then(organisation, [stream], as_of, known_on, zone))[stream]
        return state if isinstance(state, Cooperation) else None

    async def then(
        self,
        organisation: str,
        streams: Sequence[str],
        as_of: datetime | None,
        known_on: datetime | None,
        zone: ZoneInfo,
    ) -> Mapping[str, State]:
        """The states of streams as they were, folded from the ledger; None for what was not there yet.

        ``zone`` is where their days begin and end.
        """
        stored = await self._ledger.read_streams(organisation, dict.fromkeys(streams, 0))
        return {
            one: state_then(one, decode_all(stored.get(one, ())), as_of, known_on, zone) for one in streams
        }

    async def ruled(self, organisation: str, key: str) -> RuledFile | None:
        """The file of a key as the ledger has it now, with its rules; None if it was never opened.

        Raises KeyError if nobody has its rulebook.
        """
        stream = stream_of(key)
        states = await self.fresh(organisation, [stream, ORGANISATION_STREAM])
        file, known = states[stream], states[ORGANISATION_STREAM]
        if not isinstance(file, KeptFile):
            return None
        people = known if isinstance(known, Organisation) else Organisation()
        return RuledFile(file, people, self._rulebooks.get(people, file.rulebook))

    async def fresh(self, organisation: str, streams: Iterable[str]) -> Mapping[str, State]:
        """The states of streams, with everything that the ledger has."""
        turn = self.turn(organisation)
        before = {stream: self.kept(organisation, stream) for stream in streams}
        after = {stream: entry_of(state) for stream, state in before.items()}
        news = await self._ledger.read_streams(organisation, after)
        states = {
            stream: next_state(stream, state, decode_all(news.get(stream, ())))
            for stream, state in before.items()
        }
        if turn != self.turn(organisation):
            # The ledger went back while it was read: what was kept is not its own.
            return await self.fresh(organisation, before)
        for stream, state in states.items():
            self.keep(organisation, stream, state)
        return states

    def forget_all(self, organisation: str) -> None:
        """Drop every kept state of an organisation: its ledger went back."""
        self._turns[organisation] = self.turn(organisation) + 1
        for key in [one for one in self._states if one[0] == organisation]:
            self.forget(*key)

    def turn(self, organisation: str) -> int:
        """How often everything of an organisation was dropped because its ledger went back."""
        return self._turns.get(organisation, 0)

    def holds(self, organisation: str, stream: str) -> bool:
        """Whether a state of that stream is kept that is not known to be behind."""
        key = (organisation, stream)
        return key in self._states and key not in self._behind

    def kept(self, organisation: str, stream: str) -> State:
        """The kept state; that of an empty stream if none is."""
        key = (organisation, stream)
        if key in self._states:
            self._states.move_to_end(key)
            return self._states[key]
        return beginning(stream)

    def keep(self, organisation: str, stream: str, state: State) -> None:
        """Keep a state that the ledger has confirmed."""
        key = (organisation, stream)
        self._states[key] = state
        self._states.move_to_end(key)
        self._behind.discard(key)
        while len(self._states) > self._kept:
            dropped, _ = self._states.popitem(last=False)
            self._behind.discard(dropped)

    def outdate(self, organisation: str, stream: str) -> None:
        """A kept state may be behind: what came since is read before it is used again."""
        if (organisation, stream) in self._states:
            self._behind.add((organisation, stream))

    def forget(self, organisation: str, stream: str) -> None:
        """Drop a kept state that the ledger does not bear out: it was restored from a copy that is older."""
        self._states.pop((organisation, stream), None)
        self._behind.discard((organisation, stream))


def entry_of(state: State) -> int:
    """The last entry folded; 0 for a stream that has none."""
    return state.entry if state else 0
