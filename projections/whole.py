"""A whole ledger, folded file by file: each event once, one state at a time, whatever the ledger's size."""

from collections.abc import AsyncIterator
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
from projections.chain_check import ChainCheck
from projections.folder import view_of
from projections.model import Batch, FileView, Rulebooks

PAGE = 2_000

_QUERIES = load_queries(Path(__file__).with_name("rebuild.sql"))


async def whole_ledger(
    pool: asyncpg.Pool, head: Head, rulebooks: Rulebooks, check: ChainCheck
) -> AsyncIterator[Batch]:
    """The ledger up to ``head`` in batches: the events of file after file, and each file at its end.

    ``check`` sees every event. Raises LedgerUnavailable, and what decoding and folding raise.
    """
    fold = _Fold(head.organisation, rulebooks)
    stream, entry = "", 0
    while True:
        async with connected(pool) as connection:
            rows = await connection.fetch(
                _QUERIES["page"], head.organisation, stream, entry, head.position, PAGE
            )
        events = []
        for row in rows:
            stored = to_event(row)
            check.take(stored)
            events.append(decode(stored))
        yield fold.take(events, ended=len(rows) < PAGE)
        if len(rows) < PAGE:
            return
        stream, entry = rows[-1]["stream"], rows[-1]["entry"]


class _Fold:
    """The state of the stream that is being read, between pages."""

    def __init__(self, organisation: str, rulebooks: Rulebooks) -> None:
        self._organisation = organisation
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
        return Batch(self._organisation, events, {view.file.id: view for view in views}, people)

    def _finished(self) -> list[FileView]:
        """The file that was being folded, which has no further events."""
        if self._file is None or self._last is None:
            return []
        view = view_of(self._file, self._rulebooks, self._last)
        self._file = self._last = None
        return [view]
