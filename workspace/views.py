"""Lists that people keep under names of their own, and when they last looked at a page; each is its person's alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

MOST = 50
"""Lists that one person may keep."""
LONGEST_NAME, LONGEST_QUESTION = 80, 2000
"""Characters."""

_QUERIES = load_queries(Path(__file__).with_name("views.sql"))


@dataclass(frozen=True, slots=True)
class View:
    """A list under its name: ``question`` is what its address asks."""

    name: str
    question: str


class Views:
    """The views of all organisations. Every call raises LedgerUnavailable."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def keep(self, organisation: str, person: str, view: View) -> bool:
        """Keep a list; it replaces one of the same name. False where somebody keeps as many as one may."""
        async with connected(self._pool) as connection:
            kept = await connection.fetchval(
                _QUERIES["keep"], organisation, person, view.name, view.question, MOST
            )
        return kept is not None

    async def of(self, organisation: str, person: str) -> Sequence[View]:
        """What somebody keeps, by name."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of"], organisation, person)
        return [View(row["name"], row["question"]) for row in rows]

    async def drop(self, organisation: str, person: str, name: str) -> None:
        """Keep it no more; nothing, if there is none."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["drop"], organisation, person, name)

    async def look(self, organisation: str, person: str, page: str, now: datetime) -> None:
        """Somebody looks at a page, at an instant of the organisation's clock."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["look"], organisation, person, page, now)

    async def looked(self, organisation: str, person: str, page: str) -> datetime | None:
        """When somebody last looked at a page; None if they never did."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["looked"], organisation, person, page)
        return row["looked_at"] if row else None
