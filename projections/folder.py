"""States of files between batches: each event is folded once for all read models."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from domain.codec import decode
from domain.directory import evolve_organisation
from domain.events.recorded import Recorded
from domain.evolve import evolve
from domain.ids import ORGANISATION_STREAM
from domain.ledger import Ledger
from domain.state import Cooperation, Organisation
from projections.model import Batch, FileView, Rulebooks

KEPT_FILES = 2_000
"""How many files' states are kept; one of 100 entries takes about 40 kB."""


class Folder:
    """One organisation's states, of the files touched most recently; others come from the ledger when needed."""

    def __init__(self, organisation: str, ledger: Ledger, rulebooks: Rulebooks) -> None:
        self._organisation = organisation
        self._ledger = ledger
        self._rulebooks = rulebooks
        self._files: OrderedDict[str, Cooperation] = OrderedDict()
        self._people = Organisation()
        self._publisher: Organisation | None = None

    async def fold(self, events: Sequence[Recorded]) -> Batch:
        """The batch of events that follow one another in the ledger. Raises what folding them raises."""
        await self._recall({one.stream: one.entry for one in reversed(events)})
        last: dict[str, Recorded] = {}
        for recorded in events:
            self._apply(recorded)
            last[recorded.stream] = recorded
        people = self._people if last.pop(ORGANISATION_STREAM, None) else None
        views = [await self._view(self._files[stream], one) for stream, one in last.items()]
        self._let_go()
        return Batch(self._organisation, events, by_id(views), people)

    async def _view(self, file: Cooperation, last: Recorded) -> FileView:
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
                self._forget(stream)
            for one in stored[: firsts[stream] - 1 - wanted[stream]]:
                self._apply(decode(one))

    def _entry(self, stream: str) -> int:
        if stream == ORGANISATION_STREAM:
            return self._people.entry
        state = self._files.get(stream)
        return state.entry if state else 0

    def _forget(self, stream: str) -> None:
        if stream == ORGANISATION_STREAM:
            self._people = Organisation()
        else:
            self._files.pop(stream, None)

    def _apply(self, recorded: Recorded) -> None:
        if recorded.stream == ORGANISATION_STREAM:
            self._people = evolve_organisation(self._people, recorded)
        else:
            self._files[recorded.stream] = evolve(self._files.get(recorded.stream), recorded)
            self._files.move_to_end(recorded.stream)

    def _let_go(self) -> None:
        while len(self._files) > KEPT_FILES:
            self._files.popitem(last=False)


async def publisher(ledger: Ledger, organisation: str) -> Organisation:
    """The organisation with the rulebooks that it has published; what is published stays as it is."""
    stored = await ledger.read_streams(organisation, {ORGANISATION_STREAM: 0})
    state = reduce(evolve_organisation, map(decode, stored.get(ORGANISATION_STREAM, ())), Organisation())
    return Organisation(rulebooks=state.rulebooks)


def view_of(file: Cooperation, rulebooks: Rulebooks, organisation: Organisation, last: Recorded) -> FileView:
    """A file after its last event, which the ledger has recorded. Raises KeyError for an unknown rulebook."""
    if last.position is None or last.recorded_at is None:
        raise ValueError(f"entry {last.entry} of {last.stream} is not in the ledger")
    return FileView(file, rulebooks.get(organisation, file.rulebook), last.position, last.recorded_at)


def by_id(views: Iterable[FileView]) -> dict[str, FileView]:
    """The files by id. One that a page cuts off before it enters its first phase shows with the next page."""
    return {view.file.id: view for view in views if view.file.passes}
