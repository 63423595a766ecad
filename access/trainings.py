"""Simulations that somebody had made to learn by, and as whom their maker looks at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("trainings.sql"))


@dataclass(frozen=True, slots=True)
class Training:
    """``maker`` is a person of ``origin``; ``account`` None: made in a demonstration. ``made_at``: UTC."""

    organisation: str
    origin: str
    maker: str
    account: str | None
    seen_as: str | None
    made_at: datetime


class NoSimulation(Exception):
    """The ledger is a real one."""


class Trainings:
    """All of them. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def note(self, organisation: str, origin: str, maker: str, account: str | None) -> None:
        """Write down that one was made, by whom; the same once more changes nothing."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["note"], organisation, origin, maker, account)

    async def find(self, organisation: str) -> Training | None:
        """A simulation, if it was made to learn by."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["find"], organisation)
        return Training(**row) if row else None

    async def of_origin(self, origin: str) -> Sequence[Training]:
        """Those that were made from an organisation, the latest first."""
        async with connected(self._pool) as connection:
            return [Training(**row) for row in await connection.fetch(_QUERIES["of_origin"], origin)]

    async def see_as(self, organisation: str, person: str) -> None:
        """Look at it as somebody from now on."""
        async with connected(self._pool) as connection:
            await connection.execute(_QUERIES["see_as"], organisation, person)

    async def drop(self, organisation: str) -> bool:
        """Drop a simulation with all that stands beside its ledger; False where there is none of that name.

        The database itself lets no real ledger go. Raises NoSimulation for one.
        """
        async with connected(self._pool) as connection:
            try:
                return bool(await connection.fetchval(_QUERIES["drop"], organisation))
            except asyncpg.InsufficientPrivilegeError:
                raise NoSimulation(organisation) from None
