"""The code of the first run: shown at the terminal of whoever started the service, kept as a digest, good for once.

It is asked for as long as there is no organisation; who asks sees to that.
"""

from pathlib import Path
from secrets import choice

import asyncpg

from access.secret import Secret
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("first_run.sql"))

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are taken for one another."""
_GROUPS, _IN_A_GROUP = 4, 4


class FirstRun:
    """The one code. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool, secret: Secret) -> None:
        self._pool = pool
        self._secret = secret

    async def new_code(self) -> str:
        """A code of 80 random bits, ``ABCD-EFGH-JKLM-NPQR``; the one before is no longer good."""
        groups = ("".join(choice(_LETTERS) for _ in range(_IN_A_GROUP)) for _ in range(_GROUPS))
        code = "-".join(groups)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["make"], self._digest(code))
        return code

    async def holds(self, code: str) -> bool:
        """Whether this is the code, however it is typed."""
        async with connected(self._pool) as connection:
            return bool(await connection.fetchval(_QUERIES["holds"], self._digest(code)))

    async def spend(self) -> None:
        """Let no code be good any more."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["spend"])

    def _digest(self, code: str) -> bytes:
        return self._secret.digest("first run", "".join(filter(str.isalnum, code)).upper())
