"""What people want to be mailed beside what is asked of them: a digest, files they follow, files they mute."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

Wish = Literal["follow", "mute"]

_QUERIES = load_queries(Path(__file__).with_name("mail_preferences.sql"))


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """Whose digest goes out on which weekday (1 is Monday), and how far it has told.

    ``told_at``: when the last one was due, or when it was asked for, by the organisation's clock.
    """

    person: str
    weekday: int
    told_position: int
    told_at: datetime


class MailPreferences:
    """The wishes of all people. Every call raises LedgerUnavailable."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def choose(self, organisation: str, digest: WeeklyDigest) -> None:
        """A digest from now on, or on another day; what the last one told is not told again."""
        asked = (digest.person, digest.weekday, digest.told_position, digest.told_at)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["choose"], organisation, *asked)

    async def end_digest(self, organisation: str, person: str) -> None:
        """No more digests."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["end_digest"], organisation, person)

    async def digest(self, organisation: str, person: str) -> WeeklyDigest | None:
        """Somebody's digest; None if they want none."""
        found = [one for one in await self.digests(organisation) if one.person == person]
        return found[0] if found else None

    async def digests(self, organisation: str) -> Sequence[WeeklyDigest]:
        """The digests of everybody who wants one."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["digests"], organisation)
        return [WeeklyDigest(**row) for row in rows]

    async def told(self, organisation: str, person: str, position: int, due: datetime) -> None:
        """The digest that was due went out, with what was recorded up to a position."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["told"], organisation, person, position, due)

    async def wish(self, organisation: str, person: str, cooperation: str, wish: Wish | None) -> None:
        """Follow or mute a cooperation, or neither."""
        async with connected(self._pool) as connection:
            if wish is None:
                await connection.execute(_QUERIES["wish_nothing"], organisation, person, cooperation)
            else:
                await connection.execute(_QUERIES["wish"], organisation, person, cooperation, wish)

    async def wishes(self, organisation: str, person: str) -> Mapping[str, Wish]:
        """What somebody wishes of which cooperation."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["wishes"], organisation, person)
        return {row["file"]: row["wish"] for row in rows}
