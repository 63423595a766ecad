"""How far followers have read, and which files they still owe a wake, in PostgreSQL."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("follower_store.sql"))


class PostgresFollowerStore:
    """``application.ports.FollowerStore``. Every call raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def checkpoint(self, organisation: str, name: str) -> int:
        """The last position dealt with; 0 at first."""
        return (await self.mark(organisation, name))[0]

    async def mark(self, organisation: str, name: str) -> tuple[int, bytes | None]:
        """The last position dealt with, 0 at first, and its hash where it is known."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["checkpoint"], organisation, name)
        return (row["position"], row["hash"]) if row else (0, None)

    async def beat(self, organisation: str, name: str) -> datetime | None:
        """When a follower last said that it is alive, by the database's clock; None if it never did."""
        async with connected(self._pool) as connection:
            at: datetime | None = await connection.fetchval(_QUERIES["beat"], organisation, name)
        return at

    async def advance(self, organisation: str, name: str, position: int, digest: bytes | None = None) -> None:
        """Remember the position with its hash, never an earlier one, and that the follower is alive."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["advance"], organisation, name, position, digest)

    async def rewind(self, organisation: str, name: str, head: int) -> None:
        """The ledger went back to ``head``: read it anew, and owe nobody a wake for what is lost."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["rewind"], organisation, name, head)

    async def owe(self, organisation: str, file: str, position: int, error: str) -> None:
        """Remember that a file was not woken for a position; a later one replaces an earlier."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["owe"], organisation, file, position, error)

    async def owed(self, organisation: str) -> Mapping[str, int]:
        """The files owed a wake, with the position."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["owed"], organisation)
        return {row["file"]: row["position"] for row in rows}

    async def reasons(self, organisation: str) -> Mapping[str, str]:
        """Why the files owed a wake could not be woken, as codes."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["owed"], organisation)
        return {row["file"]: row["error"] for row in rows if row["error"]}

    async def settle(self, organisation: str, file: str, position: int) -> None:
        """Forget a debt that was paid up to that position."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["settle"], organisation, file, position)
