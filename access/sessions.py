"""Sessions in PostgreSQL: the browser holds 256 random bits, the database only their digest."""

import secrets
from dataclasses import fields
from pathlib import Path

import asyncpg

from access.digests import digest_of
from access.session import STRICT, NewSession, Session
from eventstore.pool import connected
from eventstore.queries import load_queries
from language import Locale

_QUERIES = load_queries(Path(__file__).with_name("sessions.sql"))
_COLUMNS = tuple(one.name for one in fields(Session))
_SECRET_BYTES = 32
_LONGEST_AGENT = 300


class Sessions:
    """Opens, finds and ends sessions. Every call raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def open(self, new: NewSession) -> str:
        """Open a session; what the cookie is to hold. It is stored nowhere."""
        held = secrets.token_urlsafe(_SECRET_BYTES)
        async with connected(self._pool) as connection:
            await connection.execute(
                _QUERIES["open"], digest_of(held), new.kind, new.account, new.organisation, new.person,
                new.subject, new.language, secrets.token_bytes(_SECRET_BYTES), new.idle_for, new.lasts,
                new.proved, new.agent[:_LONGEST_AGENT],
            )  # fmt: skip
        return held

    async def find(self, held: str) -> Session | None:
        """The session of a cookie, which counts as used now; None if it has ended or never was."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], digest_of(held))
        return _session(row) if row else None

    async def of_account(self, account: str) -> list[Session]:
        """The sessions of an account that have not ended, the one used last first."""
        async with connected(self._pool) as connection:
            return [_session(row) for row in await connection.fetch(_QUERIES["of_account"], account)]

    async def end(self, session: bytes) -> None:
        """End a session, if it has not ended yet."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["end"], session)

    async def end_one(self, account: str, session: bytes) -> bool:
        """End one of an account's sessions; False if it has none of that id."""
        async with connected(self._pool) as connection:
            return bool(await connection.fetchval(_QUERIES["end_one"], account, session))

    async def end_others(self, account: str, but: bytes | None = None) -> None:
        """End all sessions of an account but one."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["end_others"], account, but)

    async def prove(self, session: bytes) -> None:
        """Write down that a password was given just now."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["prove"], session)

    async def tighten(self, session: bytes) -> None:
        """Have a session end early, because its person pays or administers by now."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["tighten"], session, *STRICT)

    async def speak(self, session: bytes, language: Locale) -> None:
        """Speak a language from now on."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["speak"], session, language)

    async def sweep(self) -> None:
        """Delete those that have ended."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["sweep"])


def _session(row: asyncpg.Record) -> Session:
    return Session(**{name: row[name] for name in _COLUMNS})
