"""Sessions in PostgreSQL: the browser holds 256 random bits, the database only their digest."""

import secrets
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import asyncpg

from access.session import NewSession, Session
from eventstore.pool import connected
from eventstore.queries import load_queries
from language import Locale

_QUERIES = load_queries(Path(__file__).with_name("sessions.sql"))
_COLUMNS = tuple(one.name for one in fields(Session))
_SECRET_BYTES = 32


class Sessions:
    """Opens, finds and ends sessions. Every call raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def open(self, new: NewSession) -> str:
        """Open a session; what the cookie is to hold. It is stored nowhere."""
        held = secrets.token_urlsafe(_SECRET_BYTES)
        async with connected(self._pool) as connection:
            await connection.execute(
                _QUERIES["open"], _digest(held), new.kind, new.account, new.organisation, new.person,
                new.subject, new.language, secrets.token_bytes(_SECRET_BYTES), new.idle_for, new.lasts,
            )  # fmt: skip
        return held

    async def find(self, held: str) -> Session | None:
        """The session of a cookie, which counts as used now; None if it has ended or never was."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], _digest(held))
        return Session(**{name: row[name] for name in _COLUMNS}) if row else None

    async def end(self, session: bytes) -> None:
        """End a session, if it has not ended yet."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["end"], session)

    async def speak(self, session: bytes, language: Locale) -> None:
        """Speak a language from now on."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["speak"], session, language)


def _digest(held: str) -> bytes:
    return sha256(held.encode()).digest()
