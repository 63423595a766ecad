"""The ledger in PostgreSQL: one function call per group of commands, one flush for all of them."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import asyncpg
from asyncpg import exceptions as errors

from domain.kernel.ledger import (
    Append,
    Appended,
    AppendResult,
    BrokenChain,
    Conflict,
    Head,
    Known,
    LedgerKind,
    NumberedRefusal,
    Outcome,
    StoredEvent,
    UnknownOrganisation,
    Unstorable,
)
from eventstore.arrays import append_lists
from eventstore.pool import Connection, KeptConnection, connected
from eventstore.queries import load_queries
from eventstore.rows import to_event, to_head, to_known, to_outcome, to_refusal
from eventstore.shape import Fallen, appended_outcome, misfit, rounds
from eventstore.verify import AuditedEvent, AuditEnd, walk

_QUERIES = load_queries(Path(__file__).with_name("queries.sql"))
_APPENDED, _KNOWN = 0, -1
"""Verdicts of ``ledger.append``; any other is the number of the stream in conflict."""
_MISFITS = (
    errors.DataError,
    errors.IntegrityConstraintViolationError,
    errors.ProgramLimitExceededError,
    errors.InvalidParameterValueError,
    UnicodeError,
    OverflowError,
)


class PostgresLedger:
    """All organisations' ledgers in one database, through a pool opened by ``eventstore.pool.open_pool``."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._writing = KeptConnection(pool)

    async def found(self, organisation: str, kind: LedgerKind, now: datetime) -> bool:
        """Create a ledger, empty; False if it exists with that kind. Raises ValueError for another kind."""
        async with connected(self._pool) as connection:
            [row] = await connection.fetch(_QUERIES["found"], organisation, kind, now)
        if row["kind"] != kind:
            raise ValueError(f"the ledger of {organisation} was founded as {row['kind']}")
        return bool(row["founded"])

    async def organisations(self) -> Sequence[str]:
        """The organisations that have a ledger, by name."""
        async with connected(self._pool) as connection:
            return [row["organisation"] for row in await connection.fetch(_QUERIES["organisations"])]

    async def head(self, organisation: str) -> Head:
        """Where the ledger ends now. Raises UnknownOrganisation."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["head"], organisation)
        if row is None:
            raise UnknownOrganisation(organisation)
        return to_head(row)

    async def append(
        self, organisation: str, items: Sequence[Append], now: datetime
    ) -> Sequence[AppendResult]:
        """Append many commands under one lock and one flush: an answer for each, in order.

        Raises LedgerUnavailable (repeat with the same ids), UnknownOrganisation.
        """
        answers: list[AppendResult] = []
        fallen = Fallen()
        for group in rounds(items):
            if reason := misfit(group[0]):
                answers.append(Unstorable(reason))
                fallen.add(group[0])
            else:
                answers += await self._settle(organisation, group, now, fallen)
        return answers

    async def _settle(
        self, organisation: str, group: Sequence[Append], now: datetime, fallen: Fallen
    ) -> list[AppendResult]:
        """Append ``group``; if somebody's data spoils it, halve it until the culprit stands alone.

        ``fallen`` holds what earlier items of the call were to write and did not, and is added to.
        """
        if len(group) == 1 and (conflict := fallen.conflict(group[0])):
            fallen.add(group[0])
            return [conflict]
        try:
            if not any(fallen.conflict(item) for item in group):
                async with self._writing.connected() as connection:
                    answers = await _append(connection, organisation, group, now)
                for item, answer in zip(group, answers, strict=True):
                    if not isinstance(answer, Appended):
                        fallen.add(item)
                return answers
        except _MISFITS as error:
            if len(group) == 1:
                fallen.add(group[0])
                return [Unstorable(_reason(error))]
        half = len(group) // 2
        first = await self._settle(organisation, group[:half], now, fallen)
        return first + await self._settle(organisation, group[half:], now, fallen)

    async def read_streams(
        self, organisation: str, after: Mapping[str, int]
    ) -> Mapping[str, Sequence[StoredEvent]]:
        """The entries of each stream after the given entry, in order."""
        found: dict[str, list[StoredEvent]] = {stream: [] for stream in after}
        async with connected(self._pool) as connection:
            for row in await connection.fetch(
                _QUERIES["read_streams"], organisation, list(after), list(after.values())
            ):
                found[row["stream"]].append(to_event(row))
        return found

    async def read(self, organisation: str, after: int, limit: int) -> Sequence[StoredEvent]:
        """The ledger after a position, in order, at most ``limit`` events."""
        async with connected(self._pool) as connection:
            return [
                to_event(row) for row in await connection.fetch(_QUERIES["read"], organisation, after, limit)
            ]

    async def streams(self, organisation: str, prefix: str) -> Sequence[str]:
        """The names of the streams that start with ``prefix``, in order."""
        async with connected(self._pool) as connection:
            return [
                row["stream"] for row in await connection.fetch(_QUERIES["streams"], organisation, prefix)
            ]

    async def last_positions(
        self, organisation: str, prefix: str, after: str, limit: int
    ) -> Mapping[str, int]:
        """A page of the streams that start with ``prefix``, each with its last position."""
        page = organisation, prefix, after, limit
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["last_positions"], *page)
        return {row["stream"]: row["position"] for row in rows}

    async def streams_with(
        self, organisation: str, types: Sequence[str], programme: str | None
    ) -> Sequence[str]:
        """The streams with an event of one of these types under any version of a programme, or of any, by name."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["streams_with"], organisation, list(types), programme)
        return [row["stream"] for row in rows]

    async def read_without(
        self, organisation: str, streams: Sequence[str], types: Sequence[str]
    ) -> Mapping[str, Sequence[StoredEvent]]:
        """The entries of each stream, in order, but those of these types."""
        found: dict[str, list[StoredEvent]] = {stream: [] for stream in streams}
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["read_without"], organisation, list(found), list(types))
        for row in rows:
            found[row["stream"]].append(to_event(row))
        return found

    async def outcome(self, organisation: str, command_id: str) -> Outcome | None:
        """What became of a command; None if it was never handled here."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["outcome"], organisation, command_id)
        return None if row is None else to_outcome(row)

    async def refused(self, organisation: str, before: int | None, limit: int) -> Sequence[NumberedRefusal]:
        """Commands that were refused, the latest first; ``before``: those whose number is lower."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["refused"], organisation, before, limit)
        return [to_refusal(row) for row in rows]

    async def refused_about(self, organisation: str, streams: Sequence[str]) -> Sequence[NumberedRefusal]:
        """Commands about any of these streams that were refused, the first first."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["refused_about"], organisation, list(streams))
        return [to_refusal(row) for row in rows]

    async def known(self, organisation: str, command_ids: Sequence[str]) -> Mapping[str, Known]:
        """What became of those commands that were handled here, by their ids."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["known_commands"], organisation, list(command_ids))
        return {row["command_id"]: to_known(row) for row in rows}

    def verify(self, organisation: str) -> AsyncIterator[int | BrokenChain]:
        """Walk the chain from the first event: positions reached, then, if it breaks, where."""
        return walk(organisation, self)

    async def audit(self, organisation: str, after: int, limit: int) -> Sequence[AuditedEvent]:
        """A page of the ledger with the jsonb beside each body, for ``verify``."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["audit"], organisation, after, limit)
        return [AuditedEvent(to_event(row), row["content"]) for row in rows]

    async def audit_end(self, organisation: str) -> AuditEnd:
        """The head and the last event that is really there, for ``verify``. Raises UnknownOrganisation."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["audit_end"], organisation)
        if row is None:
            raise UnknownOrganisation(organisation)
        return AuditEnd(to_head(row), row["last"])


async def _append(
    connection: Connection, organisation: str, group: Sequence[Append], now: datetime
) -> list[AppendResult]:
    lists = append_lists(group)
    [row] = await connection.fetch(_QUERIES["append"], organisation, now, *lists.arguments())
    if row["recorded"] is None:
        raise UnknownOrganisation(organisation)
    repeated = [
        item.command_id for item, verdict in zip(group, row["verdicts"], strict=True) if verdict == _KNOWN
    ]
    known: dict[str, Known] = {}
    if repeated:
        rows = await connection.fetch(_QUERIES["known_commands"], organisation, repeated)
        known = {each["command_id"]: to_known(each) for each in rows}
    return list(_answers(row, group, lists.streams, known))


def _answers(
    row: asyncpg.Record, group: Sequence[Append], streams: Sequence[str], known: Mapping[str, Known]
) -> Iterator[AppendResult]:
    position, found_entries = row["before"], iter(row["found_entries"] or ())
    for item, verdict in zip(group, row["verdicts"], strict=True):
        if verdict == _KNOWN:
            yield known[item.command_id]
        elif verdict != _APPENDED:
            stream = streams[verdict - 1]
            yield Conflict(stream, item.expected[stream], next(found_entries))
        else:
            yield Appended(appended_outcome(item, position, row["recorded"]))
            position += len(item.events)


def _reason(error: Exception) -> str:
    """What kind of error, without its text: that may quote what somebody wrote."""
    constraint = getattr(error, "constraint_name", None)
    return f"{type(error).__name__} ({constraint})" if constraint else type(error).__name__
