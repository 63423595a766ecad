"""Who is told what happens: added, tried, given another secret, told once more, ended; by administrators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_bytes, token_hex
from typing import Literal

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries
from webhooks.message import PING
from webhooks.signing import shown_secret

_QUERIES = load_queries(Path(__file__).with_name("subscriptions.sql"))
_SECRET = 32

BOTH_HOLD = timedelta(hours=24)
"""How long the secret before signs as well."""
LISTED = 100
"""Deliveries that are shown."""
MOST = 20
"""Subscriptions of an organisation."""

State = Literal["queued", "delivered", "withheld"]


@dataclass(frozen=True, slots=True)
class Subscription:
    """Where to, on whose behalf, of which families (none: all), up to which position; ``stopped_for``: why not."""

    id: str
    organisation: str
    person: str
    url: str
    families: Sequence[str]
    position: int
    made_at: datetime
    stopped_at: datetime | None
    stopped_for: Literal["failing", "gone"] | None
    earlier_until: datetime | None
    waiting: int
    """Deliveries that are to be sent."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """An event, or a trial (position 0), and what became of sending it."""

    position: int
    type: str
    message: str
    state: State
    attempts: int
    next_at: datetime
    status: int | None
    problem: str | None
    changed_at: datetime

    @property
    def event(self) -> str:
        """The type of the event, as the ledger has it."""
        return self.type.partition(".")[2]


class Subscriptions:
    """Those of all organisations. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def add(
        self, organisation: str, person: str, url: str, families: Sequence[str], position: int
    ) -> tuple[str, str]:
        """Tell somebody all that comes after a position; its id, and the secret, which is shown this once."""
        named, secret = f"wh{token_hex(8)}", token_bytes(_SECRET)
        given = (named, organisation, person, url, list(families), secret, position)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["add"], *given)
        return named, shown_secret(secret)

    async def of(self, organisation: str) -> Sequence[Subscription]:
        """Those of an organisation, the oldest first."""
        return await self._read(organisation, None)

    async def find(self, organisation: str, named: str) -> Subscription | None:
        """One of them."""
        return next(iter(await self._read(organisation, named)), None)

    async def rotate(self, organisation: str, named: str) -> str:
        """Another secret, shown this once; the one before holds as well for a day."""
        secret = token_bytes(_SECRET)
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["rotate"], organisation, named, secret, BOTH_HOLD)
        return shown_secret(secret)

    async def resume(self, organisation: str, named: str) -> None:
        """Send again what waits, and what came since."""
        async with connected(self._pool) as connection, connection.transaction():
            if await connection.fetchval(_QUERIES["resume"], organisation, named):
                await connection.execute(_QUERIES["try_again"], named)

    async def replay(self, organisation: str, named: str, position: int) -> None:
        """Send all from a position on once more, under the same message ids."""
        async with connected(self._pool) as connection, connection.transaction():
            if await connection.fetchval(_QUERIES["replay"], organisation, named, position):
                await connection.execute(_QUERIES["forget_sent"], named, position)

    async def ping(self, organisation: str, named: str) -> None:
        """Send something that tells of nothing."""
        async with connected(self._pool) as connection:
            message = f"ping_{token_hex(8)}"
            await connection.execute(_QUERIES["ping"], organisation, named, PING, message)

    async def end(self, organisation: str, named: str) -> None:
        """Tell nothing any more, and forget what was told."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["end"], organisation, named)

    async def deliveries(
        self, organisation: str, named: str, limit: int | None = LISTED
    ) -> Sequence[Delivery]:
        """The last deliveries, the newest change first; None: all that are kept."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["deliveries"], organisation, named, limit)
        return [Delivery(**row) for row in rows]

    async def _read(self, organisation: str, named: str | None) -> Sequence[Subscription]:
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["of_organisation"], organisation, named)
        return [Subscription(**row) for row in rows]
