"""The log of sign-ins: who came, how, with which result. Ids only, in the database and as lines of the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import asyncpg
import structlog

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("sign_ins.sql"))

Way = Literal[
    "password", "sign-in", "access", "reset", "invitation", "provider", "identity", "first-run", "proof"
]
"""By a password, by a link of some purpose, by a provider, as the founder; *proof*: the password given once more."""
Result = Literal["in", "wrong", "too-often", "asked", "unknown", "out"]
"""*asked*: a link was asked for; *unknown*: whom a provider named has no account; *out*: left, or was put out."""

KEPT = timedelta(days=365)
"""How long the log is kept (CNIL, délibération 2021-122: six months to a year)."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SignIn:
    """One line of the log; ``account`` is None where nobody has the address."""

    at: datetime
    account: str | None
    way: Way
    result: Result


@dataclass(frozen=True, slots=True)
class SignInOfPerson:
    """The same of somebody of an organisation."""

    id: int
    at: datetime
    person: str
    way: Way
    result: Result


class SignIns:
    """The log. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def note(self, account: str | None, way: Way, result: Result) -> None:
        """Write down one."""
        log.info("sign_in", account=account, way=way, result=result)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["note"], account, way, result)

    async def latest(self, limit: int = 100) -> Sequence[SignIn]:
        """The last ones, the newest first."""
        async with connected(self._pool) as connection:
            return [SignIn(**row) for row in await connection.fetch(_QUERIES["latest"], limit)]

    async def of_organisation(
        self, organisation: str, before: int | None, limit: int
    ) -> Sequence[SignInOfPerson]:
        """Those of an organisation's people, the newest first; ``before``: from after one on, by its id."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of_organisation"], organisation, before, limit)
        return [SignInOfPerson(**row) for row in rows]

    async def last_of(self, account: str) -> datetime | None:
        """When somebody last came in; None: never, or longer ago than the log is kept."""
        async with connected(self._pool) as connection:
            found: datetime | None = await connection.fetchval(_QUERIES["last_of"], account)
        return found

    async def sweep(self) -> None:
        """Forget what is older than is kept."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["sweep"], KEPT)
