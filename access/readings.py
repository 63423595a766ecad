"""The log of readings: who read documents, bank details, and what is personal of others. Ids only, as in the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import asyncpg
import structlog

from access.sign_ins import KEPT
from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("readings.sql"))

What = Literal["document", "bank-details", "payment-file-xml", "payment-file-xlsx", "personal-data"]
"""A document that was handed in; the IBANs of an account on its page; a file for the bank; addresses of people."""
EVERYBODY = "*"
"""What stands for the key where what is personal of all people was read at once."""

log = structlog.get_logger("web.readings")


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of the log. ``file``: the key of what was read: of a file, an account, a person; ``*`` for everybody."""

    id: int
    at: datetime
    person: str
    what: What
    file: str


class Readings:
    """The log. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def note(self, organisation: str, person: str, what: What, file: str) -> None:
        """Write down one, before what is read is given out."""
        log.info("read", organisation=organisation, person=person, what=what, file=file)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["note"], organisation, person, what, file)

    async def latest(
        self, organisation: str, limit: int = 100, before: int | None = None
    ) -> Sequence[Reading]:
        """An organisation's, the newest first; ``before``: from after one on, by its id."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["latest"], organisation, before, limit)
        return [Reading(**row) for row in rows]

    async def sweep(self) -> None:
        """Forget what is older than is kept."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["sweep"], KEPT)
