"""One act for several files: what was typed once, and for each file what became of it, until all are tried."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("jobs.sql"))

Texts = Mapping[str, Sequence[str]]
Outcome = Literal["recorded", "refused"]


@dataclass(frozen=True, slots=True)
class JobItem:
    """A file of a job; no outcome as long as it was not tried, or nobody knows. ``said``: why it was refused."""

    file: str
    outcome: Outcome | None = None
    said: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A command by its name, what was typed into its form, and the files that it is for. ``made_at``: UTC."""

    job: str
    command: str
    typed: Texts
    made_at: datetime
    items: Sequence[JobItem]

    @property
    def left(self) -> Sequence[str]:
        """The files that are still to be tried."""
        return [one.file for one in self.items if one.outcome is None]

    def number(self, outcome: Outcome) -> int:
        """How many files have had an outcome."""
        return sum(one.outcome == outcome for one in self.items)


class Jobs:
    """The jobs of all organisations; each is its person's alone. Every call raises LedgerUnavailable."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def make(
        self, organisation: str, person: str, job: str, command: str, typed: Texts, files: Sequence[str]
    ) -> None:
        """Make a job; the same id again changes nothing."""
        whose = (organisation, person, job)
        async with connected(self._pool) as connection, connection.transaction():
            if await connection.fetchval(_QUERIES["make"], *whose, command, json.dumps(typed)):
                await connection.execute(_QUERIES["items"], *whose, list(dict.fromkeys(files)))

    async def find(self, organisation: str, person: str, job: str) -> Job | None:
        """A job as far as it has come; None if this person has none of that id."""
        whose = (organisation, person, job)
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], *whose)
            rows = await connection.fetch(_QUERIES["progress"], *whose) if row else []
        if row is None:
            return None
        items = [
            JobItem(one["file"], one["outcome"], (one["said_fr"], one["said_en"]) if one["said_fr"] else None)
            for one in rows
        ]
        return Job(row["job"], row["command"], json.loads(row["typed"]), row["made_at"], items)

    async def settle(self, organisation: str, person: str, job: str, items: Sequence[JobItem]) -> None:
        """Note what became of some files."""
        said = [one.said or (None, None) for one in items]
        given = ([one.file for one in items], [one.outcome for one in items])
        words = ([fr for fr, _ in said], [en for _, en in said])
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["settle"], organisation, person, job, *given, *words)
