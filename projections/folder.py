"""States between batches: each event is folded once for all read models."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from domain.files.file import KeptFile
from domain.files.setting import State
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import Ledger
from domain.kernel.recorded import Recorded
from domain.people.events import RulebookAdopted, RulebookPublished
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation
from domain.registry.codec import decode
from domain.registry.folding import beginning, next_state
from domain.reminders.view import FileView
from domain.rulebook import Rulebook
from projections.model import Batch, Rulebooks
from projections.occurrences import NONE, Known, known_after

_OF_RULEBOOKS = (RulebookAdopted, RulebookPublished)

KEPT_STATES = 2_000
"""How many streams' states are kept; a file of 100 entries takes about 40 kB."""


class _Kept(NamedTuple):
    """A stream's state, and the deadlines that its file ever had."""

    state: State
    known: Known


class Folder:
    """One organisation's states, of the streams touched most recently; others come from the ledger when needed."""

    def __init__(self, organisation: str, ledger: Ledger, rulebooks: Rulebooks) -> None:
        self._organisation = organisation
        self._ledger = ledger
        self._rulebooks = rulebooks
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._publisher: Organisation | None = None

    async def fold(self, events: Sequence[Recorded]) -> Batch:
        """The batch of events that follow one another in the ledger. Raises what folding them raises."""
        if self._publisher is None or any(isinstance(one.event, _OF_RULEBOOKS) for one in events):
            self._publisher = await publisher(self._ledger, self._organisation)
        await self._recall({one.stream: one.entry for one in reversed(events)})
        last: dict[str, Recorded] = {}
        for recorded in events:
            self._apply(recorded)
            last[recorded.stream] = recorded
        kept = {stream: self._kept[stream] for stream in last}
        views = [self._view(one, last[stream]) for stream, one in kept.items()]
        self._let_go()
        states = {stream: one.state for stream, one in kept.items()}
        return Batch(self._organisation, events, by_key(filter(None, views)), states)

    def _view(self, kept: _Kept, last: Recorded) -> FileView[KeptFile] | None:
        if not isinstance(kept.state, KeptFile) or self._publisher is None:
            return None
        return view_of(kept.state, self._rulebooks, self._publisher, last, kept.known)

    def _rulebook(self, rulebook: str) -> Rulebook:
        return self._rulebooks.get(self._publisher or Organisation(), rulebook)

    async def _recall(self, firsts: Mapping[str, int]) -> None:
        """Bring each stream to just before the entry that comes first in the batch."""
        known = {stream: self._entry(stream) for stream in firsts}
        wanted = {
            stream: known[stream] if known[stream] < first else 0
            for stream, first in firsts.items()
            if known[stream] != first - 1
        }
        if not wanted:
            return
        for stream, stored in (await self._ledger.read_streams(self._organisation, wanted)).items():
            if wanted[stream] == 0:
                self._kept.pop(stream, None)
            for one in stored[: firsts[stream] - 1 - wanted[stream]]:
                self._apply(decode(one))

    def _entry(self, stream: str) -> int:
        kept = self._kept.get(stream)
        return kept.state.entry if kept and kept.state else 0

    def _apply(self, recorded: Recorded) -> None:
        stream = recorded.stream
        before = self._kept.get(stream) or _Kept(beginning(stream), NONE)
        state = next_state(stream, before.state, (recorded,))
        known = known_after(before.known, state, recorded, self._rulebook)
        self._kept[stream] = _Kept(state, known)
        self._kept.move_to_end(stream)

    def _let_go(self) -> None:
        while len(self._kept) > KEPT_STATES:
            self._kept.popitem(last=False)


async def publisher(ledger: Ledger, organisation: str) -> Organisation:
    """The organisation with the rulebooks that it has published; what is published stays as it is."""
    stored = await ledger.read_streams(organisation, {ORGANISATION_STREAM: 0})
    state = reduce(evolve_organisation, map(decode, stored.get(ORGANISATION_STREAM, ())), Organisation())
    return Organisation(rulebooks=state.rulebooks, adopted=state.adopted)


def view_of(
    file: KeptFile, rulebooks: Rulebooks, organisation: Organisation, last: Recorded, known: Known = NONE
) -> FileView[KeptFile]:
    """A file after its last event, which the ledger has recorded. Raises KeyError for an unknown rulebook."""
    if last.position is None or last.recorded_at is None:
        raise ValueError(f"entry {last.entry} of {last.stream} is not in the ledger")
    rulebook = rulebooks.get(organisation, file.rulebook)
    return FileView(file, rulebook, last.position, last.recorded_at, told=known)


def by_key(views: Iterable[FileView[KeptFile]]) -> dict[str, FileView[KeptFile]]:
    """The files by key. One that a page cuts off before it enters its first phase shows with the next page."""
    return {view.file.key: view for view in views if view.file.begun}
