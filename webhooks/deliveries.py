"""Deliveries on their way: made from the ledger, taken by one sender at a time, concluded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Literal

import asyncpg

from domain.kernel.recorded import Recorded
from eventstore.pool import connected
from eventstore.queries import load_queries
from webhooks.message import id_of, type_of

_QUERIES = load_queries(Path(__file__).with_name("deliveries.sql"))

KEPT = timedelta(days=30)
"""How long it is shown what was sent."""


@dataclass(frozen=True, slots=True)
class Active:
    """Somebody who is to be told, and up to where deliveries were made."""

    id: str
    organisation: str
    families: Sequence[str]
    position: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A delivery in a sender's hand; ``failing_seconds`` since its first failure, None if there was none."""

    subscription: str
    organisation: str
    person: str
    url: str
    secret: bytes = field(repr=False)
    earlier: bytes | None = field(repr=False)
    position: int
    type: str
    message: str
    attempts: int
    failing_seconds: float | None

    @property
    def secrets(self) -> Sequence[bytes]:
        """All that hold, the present one first."""
        return (self.secret, self.earlier) if self.earlier else (self.secret,)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an attempt: sent, or not theirs to know; queued again after a while."""

    state: Literal["delivered", "withheld", "queued"]
    status: int | None = None
    problem: str | None = None
    wait: timedelta | None = None


class Deliveries:
    """Those of all organisations. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def active(self) -> Sequence[Active]:
        """Who is to be told at present."""
        async with connected(self._pool) as connection:
            return [Active(**row) for row in await connection.fetch(_QUERIES["active"])]

    async def make(self, to: Active, events: Sequence[Recorded], position: int) -> None:
        """Queue some events for somebody, and go on after ``position``; nothing, if another sender was quicker."""
        queued = [
            (to.id, one.position, one.stream, type_of(one.event.type), id_of(to.organisation, one.position))
            for one in events
            if one.position is not None
        ]
        async with connected(self._pool) as connection, connection.transaction():
            if await connection.fetchval(_QUERIES["move"], to.id, to.position, position):
                await connection.executemany(_QUERIES["queue"], queued)

    async def take(self, lasts: timedelta) -> Taken | None:
        """The delivery that is due longest; whoever takes it and dies has it no longer than ``lasts``."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["take"], lasts)
        return Taken(**row) if row else None

    async def conclude(self, taken: Taken, result: Result) -> None:
        """Keep what came of it."""
        given = (taken.subscription, taken.position, taken.attempts)
        async with connected(self._pool) as connection:
            await connection.execute(
                _QUERIES["conclude"], *given, result.state, result.status, result.problem, result.wait
            )

    async def stop(self, taken: Taken, why: Literal["failing", "gone"]) -> None:
        """Send them nothing until somebody sees to it."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["stop"], taken.subscription, why)

    async def sweep(self) -> None:
        """Forget what was sent long ago."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["sweep"], KEPT)
