"""Links in letters: 256 random bits of which a digest is kept, bound to whom and what they are for, until they end.

Looking at one changes nothing, however often: scanners of mail follow every link.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from typing import Literal

import asyncpg

from access.digests import digest_of
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("links.sql"))

Purpose = Literal["access", "sign-in", "reset", "identity", "invitation"]
"""Choose a first password; sign in; choose another; confirm whom a provider names; give an opinion."""

LASTS = {
    "access": timedelta(days=7),
    "sign-in": timedelta(minutes=15),
    "reset": timedelta(minutes=15),
    "identity": timedelta(minutes=15),
    "invitation": timedelta(days=30),
}
"""How long a link lasts, if nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a link is for: an account, or a person and the one file that it opens, by its key.

    ``place``: where in the vault the address lies that it was sent to; with another address it is no longer good.
    ``subject`` of a purpose *identity*: whom the provider names.
    """

    purpose: Purpose
    account: str | None = None
    organisation: str | None = None
    person: str | None = None
    subject: str | None = None
    place: str | None = None
    ends_at: datetime | None = None


class Links:
    """All links. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def make(self, link: Link) -> str:
        """A new link: its token, which is kept nowhere. Ends when it says, else after the time of its purpose."""
        token = token_urlsafe(32)
        async with connected(self._pool) as connection:
            await connection.execute(
                _QUERIES["make"],
                *(digest_of(token), link.purpose, link.account, link.organisation, link.person),
                *(link.subject, link.place, link.ends_at, LASTS[link.purpose]),
            )
        return token

    async def find(self, token: str) -> Link | None:
        """What a token is for; None if it is none, was used up or has ended."""
        return await self._one("find", token)

    async def use_up(self, token: str) -> Link | None:
        """The same; of several who ask at once, one gets it."""
        return await self._one("use_up", token)

    async def _one(self, query: str, token: str) -> Link | None:
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES[query], digest_of(token))
        return Link(**row) if row else None

    async def end_of(self, account: str, *purposes: Purpose) -> None:
        """End an account's links for some purposes."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["end_of"], account, list(purposes))

    async def sweep(self) -> None:
        """Delete those that have ended."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["sweep"])
