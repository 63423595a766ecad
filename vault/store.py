"""Private values in PostgreSQL; ``ledger.append`` writes them in the transaction of their events."""

import secrets
from collections.abc import Iterable
from pathlib import Path

import asyncpg

from domain.kernel.prose import Texts
from eventstore.pool import connected
from eventstore.queries import load_queries
from vault.checking import checked

_QUERIES = load_queries(Path(__file__).with_name("queries.sql"))


class PostgresVault:
    """All organisations' private values, through a pool opened by ``eventstore.pool.open_pool``."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def reveal(self, organisation: str, ids: Iterable[str]) -> Texts:
        """The values that still exist, by id; one that is not what the ledger holds the digest of is ``Altered``.

        Raises LedgerUnavailable.
        """
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["reveal"], organisation, list(ids))
        return {row["id"]: checked(row["key"], row["value"], row["digest"]) for row in rows}

    async def erase(self, organisation: str, subject: str) -> int:
        """Forget a person: destroy their values, keys and command keys; how many values there were.

        Command keys are those of commands that brought the values, that the person gave, or whose refusal names the
        person: what they are called may be in the digest. Nothing is left to erase the second time.

        Raises LedgerUnavailable.
        """
        async with connected(self._pool) as connection:
            return int(await connection.fetchval(_QUERIES["erase"], organisation, subject))

    async def import_secret(self, organisation: str) -> bytes:
        """What aliases of import files are concealed under in ids: 32 bytes, drawn when they are first asked for.

        Raises LedgerUnavailable.
        """
        async with connected(self._pool) as connection:
            drawn = secrets.token_bytes(32)
            await connection.execute(_QUERIES["draw_import_secret"], organisation, drawn)
            return bytes(await connection.fetchval(_QUERIES["import_secret"], organisation))

    async def end_command_keys(self, organisation: str) -> int:
        """Destroy the keys of commands that are older than ninety days; how many.

        A simulation's days are those of its ledger. A command that comes again after that is known by its id alone.

        Raises LedgerUnavailable.
        """
        async with connected(self._pool) as connection:
            return int(await connection.fetchval(_QUERIES["end_command_keys"], organisation))
