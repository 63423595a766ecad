"""A part of a ledger, folded stream by stream: each event once, one state at a time, whatever the ledger's size."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import asyncpg

from domain.files.file import KeptFile
from domain.files.setting import State
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import Head
from domain.kernel.recorded import Recorded
from domain.people.state import Organisation
from domain.registry.codec import decode
from domain.registry.folding import beginning, next_state
from domain.reminders.view import FileView
from domain.rulebook import Rulebook
from eventstore.pool import connected
from eventstore.queries import load_queries
from eventstore.rows import to_event
from projections.folder import by_key, view_of
from projections.model import Batch, Change, ReadModel, Row, Rulebooks
from projections.occurrences import NONE, Known, known_after
from projections.writer import SHADOW, write

PAGE = 2_000
SLICE = 20
"""Events worked on at once: few enough to stay near the processor."""
_PAST_LAST_ENTRY = 2**31 - 1

_QUERIES = load_queries(Path(__file__).with_name("rebuild.sql"))


@dataclass(frozen=True, slots=True)
class Partition:
    """The streams of a ledger after ``after`` up to ``last`` by name, as they stood at ``position``.

    ``publisher`` is the organisation with the rulebooks that it has published.
    """

    organisation: str
    publisher: Organisation
    after: str
    last: str
    position: int


@dataclass(frozen=True, slots=True)
class Folded:
    """How many events a share had, and the read models that could not fold it, with the reason."""

    events: int
    failed: Mapping[str, str]


def partitions(head: Head, publisher: Organisation, streams: Sequence[str], count: int) -> list[Partition]:
    """At most ``count`` shares of about as many streams each; ``streams`` are all there are, by name."""
    size = max(1, -(-len(streams) // count))
    ends = ["", *(streams[min(first + size, len(streams)) - 1] for first in range(0, len(streams), size))]
    return [
        Partition(head.organisation, publisher, after, last, head.position) for after, last in pairwise(ends)
    ]


async def fold_partition(
    pool: asyncpg.Pool, rulebooks: Rulebooks, models: Sequence[ReadModel], partition: Partition
) -> Folded:
    """Write the rows of a share into the shadow. Raises LedgerUnavailable, and what folding raises."""
    events = 0
    failed: dict[str, str] = {}
    fold = _Fold(partition, rulebooks)
    async for page, ended in _pages(pool, partition):
        changes: list[Change] = []
        for first in range(0, len(page) or 1, SLICE):
            some = [decode(to_event(row)) for row in page[first : first + SLICE]]
            batch = fold.take(some, ended=ended and first + SLICE >= len(page))
            changes += all_changes(models, batch, failed)
        async with connected(pool) as connection, connection.transaction():
            await write(connection, SHADOW, partition.organisation, joined(changes))
        events += len(page)
    return Folded(events, failed)


async def _pages(
    pool: asyncpg.Pool, partition: Partition
) -> AsyncIterator[tuple[list[asyncpg.Record], bool]]:
    """The events of a share, and whether these are the last."""
    stream, entry, ended = partition.after, _PAST_LAST_ENTRY, False
    while not ended:
        async with connected(pool) as connection:
            page = await connection.fetch(
                _QUERIES["page"],
                partition.organisation,
                stream,
                entry,
                partition.last,
                partition.position,
                PAGE,
            )
        ended = len(page) < PAGE
        yield page, ended
        if page:
            stream, entry = page[-1]["stream"], page[-1]["entry"]


def joined(changes: Iterable[Change]) -> list[Change]:
    """One change for each table, in which the last one that wrote a key wins. Keys are the first column."""
    tables: dict[str, list[Change]] = {}
    for change in changes:
        tables.setdefault(change.table, []).append(change)
    return [_joined(some) for some in tables.values()]


def _joined(changes: Sequence[Change]) -> Change:
    keys: set[str] = set()
    rows: list[Row] = []
    for change in reversed(changes):
        rows += [row for row in change.rows if row[0] not in keys]
        keys.update(change.keys)
    return replace(changes[0], rows=rows, keys=tuple(keys))


def all_changes(models: Sequence[ReadModel], batch: Batch, failed: dict[str, str]) -> list[Change]:
    """What all read models make of a batch, but for those that have failed; new failures are noted."""
    changes: list[Change] = []
    for model in models:
        if model.name not in failed:
            try:
                changes += model.changes(batch)
            except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this read model alone
                failed[model.name] = f"{type(error).__name__}: {error}"
    return changes


class _Fold:
    """The state of the stream that is being read, between pages."""

    def __init__(self, partition: Partition, rulebooks: Rulebooks) -> None:
        self._share = partition
        self._rulebooks = rulebooks
        self._state: State = None
        self._known: Known = NONE
        self._last: Recorded | None = None

    def take(self, events: list[Recorded], *, ended: bool) -> Batch:
        """The batch of these events, with the streams whose last event was seen; the organisation's as it stands."""
        states: dict[str, State] = {}
        views: list[FileView[KeptFile]] = []
        for recorded in events:
            stream = recorded.stream
            if self._last is None or self._last.stream != stream:
                views += self._finished(states)
                self._state, self._known = beginning(stream), NONE
            self._state = next_state(stream, self._state, (recorded,))
            self._known = known_after(self._known, self._state, recorded, self._rulebook)
            self._last = recorded
            if stream == ORGANISATION_STREAM:
                states[stream] = self._state
        if ended:
            views += self._finished(states)
        return Batch(self._share.organisation, events, by_key(views), states)

    def _finished(self, states: dict[str, State]) -> list[FileView[KeptFile]]:
        """Add the state of the stream that was being folded, which has no further events; the file, if it is one."""
        if self._last is None:
            return []
        state, last, known = self._state, self._last, self._known
        self._state, self._last, self._known = None, None, NONE
        if last.stream != ORGANISATION_STREAM:
            states[last.stream] = state
        if not isinstance(state, KeptFile):
            return []
        return [view_of(state, self._rulebooks, self._share.publisher, last, known)]

    def _rulebook(self, rulebook: str) -> Rulebook:
        return self._rulebooks.get(self._share.publisher, rulebook)
