"""Sheets that people have sent, until they are brought in, too old, or the person is erased."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

LIFE = timedelta(days=30)
"""How long a sheet is kept after it was sent."""

_QUERIES = load_queries(Path(__file__).with_name("sheets.sql"))

Columns = Mapping[int, str]
"""The field that a column is, by its number from 0."""


@dataclass(frozen=True, slots=True)
class SentSheet:
    """What was sent, and when (UTC)."""

    job: str
    kind: str
    name: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file of some kind as it was sent, and its ``cells`` as JSON of whoever keeps it."""

    kind: str
    name: str
    content: bytes
    cells: str


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A sheet with its ``cells`` and how it was ``tried`` last, both as JSON of whoever keeps it."""

    sent: SentSheet
    cells: str
    columns: Columns
    zeros: bool
    tried: Any


class Sheets:
    """The sheets of all organisations; each is its person's alone. Every call raises LedgerUnavailable."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def make(self, organisation: str, person: str, job: str, sheet: TakenIn, columns: Columns) -> None:
        """Keep a sheet; the same id again changes nothing."""
        name = sheet.name.replace("\0", "")
        values = (job, sheet.kind, name, sheet.content, sheet.cells, json.dumps(columns))
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["expire"], LIFE)
            await connection.execute(_QUERIES["make"], organisation, person, *values)

    async def find(self, organisation: str, person: str, job: str) -> KeptSheet | None:
        """A sheet; None if this person has none of that id."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], organisation, person, job, LIFE)
        if row is None:
            return None
        return KeptSheet(
            sent=SentSheet(row["job"], row["kind"], row["name"], row["made_at"]),
            cells=row["cells"],
            columns={int(one): field for one, field in json.loads(row["columns"]).items()},
            zeros=row["zeros"],
            tried=json.loads(row["tried"]),
        )

    async def content(self, organisation: str, person: str, job: str) -> bytes | None:
        """The file as it was sent; None if this person has none of that id."""
        async with connected(self._pool) as connection:
            found: bytes | None = await connection.fetchval(_QUERIES["content"], organisation, person, job)
        return found

    async def of(self, organisation: str, person: str) -> Sequence[SentSheet]:
        """What somebody has sent, the last first; at most twenty."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of"], organisation, person, LIFE)
        return [SentSheet(**row) for row in rows]

    async def read_as(
        self, organisation: str, person: str, job: str, columns: Columns, *, zeros: bool, tried: Any
    ) -> None:
        """Note which column is what, whether zeros are put back, and what would become of each row then."""
        values = (json.dumps(columns), zeros, json.dumps(tried))
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["read_as"], organisation, person, job, *values)

    async def remember(self, organisation: str, person: str, kind: str, said: Mapping[str, str]) -> None:
        """Take headings for these fields from now on, whoever sends a sheet of that kind; empty: left out."""
        clean = {heading.replace("\0", ""): field for heading, field in said.items()}
        async with connected(self._pool) as connection:
            await connection.execute(
                _QUERIES["remember"], organisation, person, kind, list(clean), list(clean.values())
            )

    async def remembered(self, organisation: str, kind: str) -> Mapping[str, str]:
        """The fields that headings were taken for."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["remembered"], organisation, kind)
        return {row["heading"]: row["field"] for row in rows}
