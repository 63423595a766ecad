"""A share of a ledger, folded file by file: each event once, one state at a time, whatever the ledger's size."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import asyncpg

from domain.codec import decode
from domain.directory import evolve_organisation
from domain.events.recorded import Recorded
from domain.evolve import evolve
from domain.ids import ORGANISATION_STREAM
from domain.ledger import Head
from domain.state import Cooperation, Organisation
from eventstore.pool import connected
from eventstore.queries import load_queries
from eventstore.rows import to_event
from projections.folder import by_id, view_of
from projections.model import Batch, Change, FileView, ReadModel, Row, Rulebooks
from projections.writer import SHADOW, write

PAGE = 2_000
SLICE = 20
"""Events worked on at once: few enough to stay near the processor."""
_PAST_LAST_ENTRY = 2**31 - 1

_QUERIES = load_queries(Path(__file__).with_name("rebuild.sql"))


@dataclass(frozen=True, slots=True)
class Share:
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


def shares(head: Head, publisher: Organisation, streams: Sequence[str], count: int) -> list[Share]:
    """At most ``count`` shares of about as many streams each; ``streams`` are all there are, by name."""
    size = max(1, -(-len(streams) // count))
    ends = ["", *(streams[min(first + size, len(streams)) - 1] for first in range(0, len(streams), size))]
    return [Share(head.organisation, publisher, after, last, head.position) for after, last in pairwise(ends)]


async def fold_share(
    pool: asyncpg.Pool, rulebooks: Rulebooks, models: Sequence[ReadModel], share: Share
) -> Folded:
    """Write the rows of a share into the shadow. Raises LedgerUnavailable, and what folding raises."""
    events = 0
    failed: dict[str, str] = {}
    fold = _Fold(share, rulebooks)
    async for page, ended in _pages(pool, share):
        changes: list[Change] = []
        for first in range(0, len(page) or 1, SLICE):
            some = [decode(to_event(row)) for row in page[first : first + SLICE]]
            batch = fold.take(some, ended=ended and first + SLICE >= len(page))
            changes += all_changes(models, batch, failed)
        async with connected(pool) as connection, connection.transaction():
            await write(connection, SHADOW, share.organisation, joined(changes))
        events += len(page)
    return Folded(events, failed)


async def _pages(pool: asyncpg.Pool, share: Share) -> AsyncIterator[tuple[list[asyncpg.Record], bool]]:
    """The events of a share, and whether these are the last."""
    stream, entry, ended = share.after, _PAST_LAST_ENTRY, False
    while not ended:
        async with connected(pool) as connection:
            page = await connection.fetch(
                _QUERIES["page"], share.organisation, stream, entry, share.last, share.position, PAGE
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

    def __init__(self, share: Share, rulebooks: Rulebooks) -> None:
        self._share = share
        self._rulebooks = rulebooks
        self._people = Organisation()
        self._file: Cooperation | None = None
        self._last: Recorded | None = None

    def take(self, events: list[Recorded], *, ended: bool) -> Batch:
        """The batch of these events, with the files whose last event was seen."""
        views: list[FileView] = []
        people = None
        for recorded in events:
            if recorded.stream == ORGANISATION_STREAM:
                people = self._people = evolve_organisation(self._people, recorded)
                continue
            if self._last is None or self._last.stream != recorded.stream:
                views += self._finished()
            self._file = evolve(self._file, recorded)
            self._last = recorded
        if ended:
            views += self._finished()
        return Batch(self._share.organisation, events, by_id(views), people)

    def _finished(self) -> list[FileView]:
        """The file that was being folded, which has no further events."""
        if self._file is None or self._last is None:
            return []
        view = view_of(self._file, self._rulebooks, self._share.publisher, self._last)
        self._file = self._last = None
        return [view]
