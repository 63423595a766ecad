"""That the read models are what their ledger folds to: of some files, or of all."""

import json
import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from functools import reduce
from pathlib import Path
from typing import Any

from domain.files.file import KeptFile
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import StoredEvent
from domain.kernel.recorded import Recorded
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation
from domain.registry.codec import decode_all
from domain.registry.folding import beginning, next_state
from domain.rulebook import Rulebook
from eventstore.queries import load_queries
from eventstore.rows import to_event
from projections.catalogue import READ_MODELS
from projections.folder import by_key, view_of
from projections.model import Batch, Change, ReadModel, Rulebooks
from projections.occurrences import NONE, known_after
from verification.findings import Code, Finding, Findings
from verification.guards import laid
from verification.pages import Seen
from verification.store import Store

SAMPLE = 50
"""Files of a sample, drawn anew each time; the people are always in it."""
_AT_ONCE = 20

_QUERIES = load_queries(Path(__file__).with_name("read_models.sql"))
_draw = random.SystemRandom()


class Extent(StrEnum):
    """How much is compared."""

    SAMPLE = "sample"
    ALL = "all"


async def read_models(
    store: Store,
    ledger: Seen,
    rulebooks: Rulebooks,
    extent: Extent,
    found: Findings,
    on_progress: Callable[[int, int], None],
) -> None:
    """Fold files anew and compare, each read model up to where it stands; all of it as of one instant."""
    async with store.snapshot():
        work = _Comparison(store, ledger.organisation, rulebooks)
        await work.begin()
        streams = work.chosen(extent)
        for first in range(0, len(streams), _AT_ONCE):
            found.add(await work.compare(streams[first : first + _AT_ONCE]))
            on_progress(min(first + _AT_ONCE, len(streams)), len(streams))
        found.add(await work.unwanted(extent))


class _Comparison:
    """One organisation's read models as they stand in one instant."""

    def __init__(self, store: Store, organisation: str, rulebooks: Rulebooks) -> None:
        self._store = store
        self._organisation = organisation
        self._rulebooks = rulebooks
        self._models: dict[int, list[ReadModel]] = {}
        """The read models by the position up to which they are folded."""
        self._streams: list[str] = []
        self._publisher = Organisation()
        self._keys: dict[str, set[str]] = {table: set() for model in READ_MODELS for table in model.tables}

    async def begin(self) -> None:
        """Learn how far each read model is, and which streams there are."""
        rows = await self._store.rows(_QUERIES["checkpoints"], self._organisation)
        at = {row["model"]: row["position"] for row in rows}
        for model in READ_MODELS:
            self._models.setdefault(at.get(model.name, 0), []).append(model)
        streams = await self._store.rows(_QUERIES["streams"], self._organisation)
        self._streams = [row["stream"] for row in streams]
        stored = await self._events([ORGANISATION_STREAM])
        with suppress(Exception):  # what cannot be folded is told where its rows are compared
            events = decode_all(stored.get(ORGANISATION_STREAM, ()))
            self._publisher = Organisation(
                rulebooks=reduce(evolve_organisation, events, Organisation()).rulebooks
            )

    def chosen(self, extent: Extent) -> Sequence[str]:
        """The streams to fold."""
        if extent is Extent.ALL or len(self._streams) <= SAMPLE:
            return self._streams
        others = [stream for stream in self._streams if stream != ORGANISATION_STREAM]
        return [ORGANISATION_STREAM, *_draw.sample(others, SAMPLE)]

    async def compare(self, streams: Sequence[str]) -> Sequence[Finding]:
        """What the rows of some streams should be, against what they are."""
        found: list[Finding] = []
        changes: dict[str, list[Change]] = {}
        for stream, events in (await self._events(streams)).items():
            for position, models in self._models.items():
                known = [one for one in events if one.position <= position]
                try:
                    for change in self._folded(stream, decode_all(known), models):
                        changes.setdefault(change.table, []).append(change)
                except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this file alone
                    found.append(
                        Finding(Code.ROWS_NOT_FOLDED, None, {"stream": stream, "why": type(error).__name__})
                    )
        for table, some in changes.items():
            found += await self._differences(table, some)
        return found

    async def unwanted(self, extent: Extent) -> Sequence[Finding]:
        """Rows of what the ledger does not know; of a sample this can be said of the people alone."""
        whole = extent is Extent.ALL or len(self._streams) <= SAMPLE
        found: list[Finding] = []
        for table, (columns, wanted) in self._tables().items():
            if whole or table in ("people", "grants"):
                rows = await self._store.rows(_about(_QUERIES["keys"], table, columns), self._organisation)
                found += [
                    Finding(Code.ROW_UNWANTED, None, {"table": table, "key": row["key"]})
                    for row in rows
                    if row["key"] not in wanted
                ]
        return found

    def _tables(self) -> Mapping[str, tuple[Sequence[str], set[str]]]:
        return {table: ((_key_of(table),), keys) for table, keys in self._keys.items()}

    async def _events(self, streams: Sequence[str]) -> Mapping[str, Sequence[StoredEvent]]:
        last = max(self._models)
        rows = await self._store.rows(_QUERIES["events"], self._organisation, list(streams), last)
        found: dict[str, list[StoredEvent]] = {}
        for row in rows:
            found.setdefault(row["stream"], []).append(to_event(row))
        return found

    def _folded(
        self, stream: str, events: Sequence[Recorded], models: Iterable[ReadModel]
    ) -> Iterator[Change]:
        if not events:
            return
        state, known = beginning(stream), NONE
        for one in events:
            state = next_state(stream, state, (one,))
            known = known_after(known, state, one, self._rulebook)
        views = (
            [view_of(state, self._rulebooks, self._publisher, events[-1], known)]
            if isinstance(state, KeptFile)
            else []
        )
        batch = Batch(self._organisation, events, by_key(views), {stream: state})
        for model in models:
            yield from model.changes(batch)

    def _rulebook(self, rulebook: str) -> Rulebook:
        return self._rulebooks.get(self._publisher, rulebook)

    async def _differences(self, table: str, changes: Sequence[Change]) -> Sequence[Finding]:
        columns = changes[0].columns
        due: dict[str, Counter[Hashable]] = {key: Counter() for change in changes for key in change.keys}
        for change in changes:
            for row in change.rows:
                due.setdefault(row[0], Counter())[_plain(row)] += 1
        self._keys[table].update(key for key, rows in due.items() if rows)
        query = _about(_QUERIES["rows"], table, columns)
        there: dict[str, Counter[Hashable]] = {}
        for record in await self._store.rows(query, self._organisation, list(due)):
            there.setdefault(record[0], Counter())[_plain(tuple(record))] += 1
        return [
            Finding(_difference(rows, there.get(key, Counter())), None, {"table": table, "key": key})
            for key, rows in due.items()
            if rows != there.get(key, Counter())
        ]


def _key_of(table: str) -> str:
    """The column after the organisation in the table's key, as the migrations lay it."""
    begins = f"constraint read_models.{table} p organisation, "
    [key] = [guard.removeprefix(begins) for guard in laid() if guard.startswith(begins)]
    return key.partition(",")[0]


def _difference(due: Counter[Hashable], there: Counter[Hashable]) -> Code:
    if due and not there:
        return Code.ROW_MISSING
    return Code.ROW_UNWANTED if there and not due else Code.ROW_DIFFERS


def _about(query: str, table: str, columns: Sequence[str]) -> str:
    """A query about one table, whose names are ours."""
    return query.replace(":table", table).replace(":columns", ", ".join(columns)).replace(":key", columns[0])


def _plain(value: Any) -> Hashable:
    """A value in one form, whether it was made here or read from the database."""
    match value:
        case tuple() | list():
            return tuple(map(_plain, value))
        case str() if value.startswith(("{", "[")):
            try:
                return json.dumps(json.loads(value), sort_keys=True)
            except ValueError:
                return str(value)
        case str():
            return str(value)
    hashable: Hashable = value
    return hashable
