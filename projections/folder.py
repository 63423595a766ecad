"""States between batches: each event is folded once for all read models."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from domain.files.file import KeptFile
from domain.files.setting import State
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import Ledger
from domain.kernel.recorded import Recorded
from domain.people.events import RulebookAdopted
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation
from domain.registry.codec import decode
from domain.registry.folding import beginning, next_state
from domain.reminders.view import FileView
from projections.model import Batch, Rulebooks

KEPT_STATES = 2_000
"""How many streams' states are kept; a file of 100 entries takes about 40 kB."""


class Folder:
    """One organisation's states, of the streams touched most recently; others come from the ledger when needed."""

    def __init__(self, organisation: str, ledger: Ledger, rulebooks: Rulebooks) -> None:
        self._organisation = organisation
        self._ledger = ledger
        self._rulebooks = rulebooks
        self._states: OrderedDict[str, State] = OrderedDict()
        self._publisher: Organisation | None = None

    async def fold(self, events: Sequence[Recorded]) -> Batch:
        """The batch of events that follow one another in the ledger. Raises what folding them raises."""
        await self._recall({one.stream: one.entry for one in reversed(events)})
        last: dict[str, Recorded] = {}
        for recorded in events:
            if isinstance(recorded.event, RulebookAdopted):
                self._publisher = None
            self._apply(recorded)
            last[recorded.stream] = recorded
        states = {stream: self._states[stream] for stream in last}
        files = [(one, last[stream]) for stream, one in states.items() if isinstance(one, KeptFile)]
        views = [await self._view(file, one) for file, one in files]
        self._let_go()
        return Batch(self._organisation, events, by_key(views), states)

    async def _view(self, file: KeptFile, last: Recorded) -> FileView[KeptFile]:
        """A file as it now is. Its rulebook may have been published since we last looked."""
        try:
            return view_of(file, self._rulebooks, self._publisher or await self._look_up(), last)
        except KeyError:
            return view_of(file, self._rulebooks, await self._look_up(), last)

    async def _look_up(self) -> Organisation:
        self._publisher = await publisher(self._ledger, self._organisation)
        return self._publisher

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
                self._states.pop(stream, None)
            for one in stored[: firsts[stream] - 1 - wanted[stream]]:
                self._apply(decode(one))

    def _entry(self, stream: str) -> int:
        state = self._states.get(stream)
        return state.entry if state else 0

    def _apply(self, recorded: Recorded) -> None:
        stream = recorded.stream
        self._states[stream] = next_state(stream, self._states.get(stream, beginning(stream)), (recorded,))
        self._states.move_to_end(stream)

    def _let_go(self) -> None:
        while len(self._states) > KEPT_STATES:
            self._states.popitem(last=False)


async def publisher(ledger: Ledger, organisation: str) -> Organisation:
    """The organisation with the rulebooks that it has published; what is published stays as it is."""
    stored = await ledger.read_streams(organisation, {ORGANISATION_STREAM: 0})
    state = reduce(evolve_organisation, map(decode, stored.get(ORGANISATION_STREAM, ())), Organisation())
    return Organisation(rulebooks=state.rulebooks, adopted=state.adopted)


def view_of(
    file: KeptFile, rulebooks: Rulebooks, organisation: Organisation, last: Recorded
) -> FileView[KeptFile]:
    """A file after its last event, which the ledger has recorded. Raises KeyError for an unknown rulebook."""
    if last.position is None or last.recorded_at is None:
        raise ValueError(f"entry {last.entry} of {last.stream} is not in the ledger")
    return FileView(file, rulebooks.get(organisation, file.rulebook), last.position, last.recorded_at)


def by_key(views: Iterable[FileView[KeptFile]]) -> dict[str, FileView[KeptFile]]:
    """The files by key. One that a page cuts off before it enters its first phase shows with the next page."""
    return {view.file.key: view for view in views if view.file.begun}
