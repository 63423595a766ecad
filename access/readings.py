"""The log of readings of bank details: who looked at which, when. Ids only, in the database and as lines of the log."""

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

What = Literal["bank-details", "payment-file-xml", "payment-file-xlsx"]
"""The IBANs of an account on its page; a file for the bank."""

log = structlog.get_logger("web.readings")


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of the log; ``file``: the key of what was read, ``account:w123456789``, ``payment-file:2027-03-05``."""

    at: datetime
    person: str
    what: What
    file: str


class Readings:
    """The log. Every method raises LedgerUnavailable while the store is away: then nothing is shown."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def note(self, organisation: str, person: str, what: What, file: str) -> None:
        """Write down one, before it is shown."""
        log.info("bank_details_read", organisation=organisation, person=person, what=what, file=file)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["note"], organisation, person, what, file)

    async def latest(self, organisation: str, limit: int = 100) -> Sequence[Reading]:
        """The last ones of an organisation, the newest first."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["latest"], organisation, limit)
        return [Reading(**row) for row in rows]

    async def sweep(self) -> None:
        """Forget what is older than is kept."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["sweep"], KEPT)
