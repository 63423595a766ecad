"""Ledgers that were seen to go back, in PostgreSQL, until somebody has dealt with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("setbacks.sql"))


class _Mark(Protocol):
    @property
    def position(self) -> int: ...
    @property
    def hash(self) -> bytes | None: ...


@dataclass(frozen=True, slots=True)
class Setback:
    """A ledger of which a later position was known than it held; when that was noticed, by the database's clock."""

    noticed_at: datetime
    known_position: int
    found_position: int


class PostgresSetbacks:
    """``application.lives.continuity.Setbacks``. Every call raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def note(self, organisation: str, known: _Mark, found: _Mark) -> None:
        """Write down that a later position was known than the ledger bears out; once for each such position."""
        async with connected(self._pool) as connection:
            await connection.execute(
                _QUERIES["note"], organisation, known.position, known.hash or b"", found.position
            )

    async def standing(self, organisation: str) -> Sequence[Setback]:
        """What nobody has dealt with yet, the earliest first."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["standing"], organisation)
        return [Setback(**row) for row in rows]

    async def settle(self, organisation: str) -> None:
        """Somebody has dealt with it."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["settle"], organisation)
