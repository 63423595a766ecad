"""Whom a provider (OpenID Connect) means: its issuer and subject, which alone never change, tied to an account.

An address that a provider tells ties nothing by itself: it has to be confirmed by a letter to it, once.
"""

from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("identities.sql"))


class Identities:
    """All that are known. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def account_of(self, issuer: str, subject: str) -> str | None:
        """The account that a provider's subject was tied to."""
        async with connected(self._pool) as connection:
            found: str | None = await connection.fetchval(_QUERIES["account_of"], issuer, subject)
        return found

    async def link(self, issuer: str, subject: str, account: str) -> None:
        """Tie a provider's subject to an account."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["link"], issuer, subject, account)
