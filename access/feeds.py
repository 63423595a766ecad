"""Addresses of calendars: whoever has one reads what its owner may read at that time, without signing in.

A calendar asks by its address alone, for years. What makes it hard to guess is derived from the secret of the site and
a random seed; kept are the seed and a digest. So its owner sees it again whenever they want, and nobody else does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hmac import digest as hmac
from pathlib import Path
from secrets import token_bytes
from typing import Literal

import asyncpg

from access.digests import digest_of
from access.secret import Secret
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("feeds.sql"))
_SEED = 32

FeedKind = Literal["mine", "region", "programme"]
"""What concerns its owner; all that they may read of a region; of a programme."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar of somebody; ``about`` is the region or the programme, empty for their own."""

    organisation: str
    person: str
    kind: FeedKind
    about: str


@dataclass(frozen=True, slots=True)
class Addressed:
    """A calendar with what its address ends in; None where the secret of the site is another than when it was made."""

    feed: Feed
    token: str | None
    made_at: datetime


class Feeds:
    """All calendars. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool, secret: Secret) -> None:
        self._pool = pool
        self._key = secret.key("calendars")

    async def make(self, feed: Feed) -> None:
        """Give a calendar an address, if it has none."""
        await self._put("make", feed)

    async def renew(self, feed: Feed) -> None:
        """Give it another address; the old one leads nowhere at once."""
        await self._put("renew", feed)

    async def end(self, feed: Feed) -> None:
        """Take its address away."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["end"], *_key_of(feed))

    async def find(self, token: str) -> Feed | None:
        """The calendar that an address ends in; None for none."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], digest_of(token))
        return Feed(row["organisation"], row["person"], row["kind"], row["about"]) if row else None

    async def of_person(self, organisation: str, person: str) -> Sequence[Addressed]:
        """Somebody's calendars, their own first."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of_person"], organisation, person)
        return [self._addressed(row) for row in rows]

    async def _put(self, query: str, feed: Feed) -> None:
        seed = token_bytes(_SEED)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES[query], digest_of(self._token(seed)), seed, *_key_of(feed))

    def _addressed(self, row: asyncpg.Record) -> Addressed:
        token = self._token(row["seed"])
        feed = Feed(row["organisation"], row["person"], row["kind"], row["about"])
        return Addressed(feed, token if digest_of(token) == row["digest"] else None, row["made_at"])

    def _token(self, seed: bytes) -> str:
        return hmac(self._key, seed, "sha256").hex()


def _key_of(feed: Feed) -> tuple[str, str, str, str]:
    return feed.organisation, feed.person, feed.kind, feed.about
