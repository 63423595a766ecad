"""The timeline: a row for each event of a file, and of what its money goes through: envelopes, accounts, bank files.

Seen as of one instant and as known on another.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg

from domain.kernel.ids import account_stream, envelope_stream, file_of, payment_file_stream, stream_of
from domain.kernel.model import Model
from domain.kernel.moments import earliest
from domain.kernel.recorded import Recorded
from domain.registry.codec import event_of
from domain.relations.of_event import relations_of
from domain.relations.relation import EntryLink
from domain.relations.resolving import Placed
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import Batch, Change, ReadModel, Row

_QUERIES = load_queries(Path(__file__).with_name("timeline.sql"))
_COLUMNS = (
    "file",
    "entry",
    "position",
    "type",
    "effective_at",
    "recorded_at",
    "actor",
    "command_id",
    "cause",
    "correlation",
    "rulebook",
    "details",
)
_MONEY = (envelope_stream(""), account_stream(""), payment_file_stream(""))


class TimelineEntry(Model):
    """One entry of a file's history. ``details`` is the event's content; private text is a place in the vault."""

    file: str
    """The key of the file whose entry it is: a cooperation's history has those of its reviews and fundings too."""
    entry: int
    position: int
    type: str
    effective_at: str
    """The moment at which it happened, corrections taken into account."""
    recorded_at: datetime
    actor: str
    command_id: str
    cause: str
    """What led to it: an entry (``review:avis#7``, of old ones a position), or the command itself."""
    correlation: str
    rulebook: str | None
    details: dict[str, Any]
    recorded_as: str | None = None
    """The moment that was first recorded, if a correction changed it."""
    void: bool = False
    """Whether a correction says that it never happened."""
    corrected_by: tuple[int, ...] = ()
    """The entries that correct it."""
    flagged_by: tuple[int, ...] = ()
    """The corrections under which this decision would no longer pass."""

    @property
    def stream(self) -> str:
        """The stream in which it stands."""
        return stream_of(self.file)

    @property
    def of_money(self) -> bool:
        """Whether it is a line of an envelope, of bank details or of a file for the bank."""
        return self.file.startswith(_MONEY)

    @property
    def links(self) -> tuple[EntryLink, ...]:
        """What it hangs on, as far as it says: of an entry as it was read, before anything was taken out of it."""
        return relations_of(self.stream, event_of(self.type, self.details))

    @property
    def placed(self) -> Placed:
        """It as links between entries are looked for; of an entry as it was read."""
        about = (self.stream, self.entry, self.position, self.type, self.command_id, self.cause)
        return Placed(*about, self.details, self.links)


def _told(stream: str) -> str | None:
    """The key under which the entries of a stream are found; None for those that are in no history: people."""
    return stream if stream.startswith(_MONEY) else file_of(stream)


def _row(file: str, recorded: Recorded) -> Row:
    return (
        file,
        recorded.entry,
        recorded.position,
        recorded.event.type,
        recorded.effective_at,
        recorded.recorded_at,
        recorded.actor,
        recorded.command_id,
        recorded.cause,
        recorded.correlation,
        recorded.rulebook,
        recorded.event.__pydantic_serializer__.to_json(recorded.event, exclude={"type"}).decode(),
    )


def _changes(batch: Batch) -> Sequence[Change]:
    told = ((_told(recorded.stream), recorded) for recorded in batch.events)
    rows = [_row(file, recorded) for file, recorded in told if file is not None]
    return [Change("timeline", _COLUMNS, rows)] if rows else []


TIMELINE = ReadModel("timeline", ("timeline",), _changes, needs_states=False)


async def read_timeline(
    connection: Connection,
    organisation: str,
    file: str,
    as_of: datetime | None,
    known_on: datetime | None,
    zone: ZoneInfo,
) -> tuple[TimelineEntry, ...]:
    """What had happened by ``as_of``, as far as it was known on ``known_on``; None means now, for both.

    ``file`` is the key of a file, or the stream of an envelope. A cooperation's reviews and fundings are told with it.
    Entries come in the order of recording. A moment known by its year or month counts from its first
    instant, where days are those of ``zone``.
    """
    rows = await connection.fetch(_QUERIES["timeline"], organisation, file, known_on)
    return _by(as_of, zone, put_right(map(_entry, rows)))


async def read_money_lines(
    connection: Connection,
    organisation: str,
    fundings: Iterable[str],
    as_of: datetime | None,
    known_on: datetime | None,
    zone: ZoneInfo,
) -> tuple[TimelineEntry, ...]:
    """What fundings, by their ids, left in other streams, in the order of recording; instants as above.

    Lines of envelopes and files for the bank that name them, and what was said of the accounts that they are paid to.
    """
    ids = list(fundings)
    rows = await connection.fetch(_QUERIES["money_lines"], organisation, ids, known_on)
    return _by(as_of, zone, map(_entry, rows))


def _entry(row: asyncpg.Record) -> TimelineEntry:
    return TimelineEntry(**{**row, "details": json.loads(row["details"])})


def _by(
    as_of: datetime | None, zone: ZoneInfo, entries: Iterable[TimelineEntry]
) -> tuple[TimelineEntry, ...]:
    """Those that had happened by then."""
    return tuple(one for one in entries if as_of is None or earliest(one.effective_at, zone) <= as_of)


def put_right(entries: Iterable[TimelineEntry]) -> Sequence[TimelineEntry]:
    """Entries with the corrections among them applied; what is corrected stays, and says so."""
    found = {(one.file, one.entry): one for one in entries}
    for correction in [one for one in found.values() if one.type == "EntryCorrected"]:
        corrected = found[correction.file, correction.details["entry"]]
        found[corrected.file, corrected.entry] = corrected.model_copy(
            update=_corrected(corrected, correction)
        )
        for flag in correction.details["flags"]:
            decision = found[correction.file, flag]
            flagged = (*decision.flagged_by, correction.entry)
            found[correction.file, flag] = decision.model_copy(update={"flagged_by": flagged})
    return list(found.values())


def _corrected(entry: TimelineEntry, correction: TimelineEntry) -> Mapping[str, object]:
    happened_at = correction.details["happened_at"]
    return {
        "effective_at": happened_at or entry.effective_at,
        "recorded_as": (entry.recorded_as or entry.effective_at) if happened_at else entry.recorded_as,
        "void": entry.void or correction.details["void"],
        "corrected_by": (*entry.corrected_by, correction.entry),
    }
