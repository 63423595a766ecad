"""Simulations that somebody had made to learn by, and as whom their maker looks at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import asyncpg

from eventstore.pool import connected
from eventstore.queries import load_queries

_PRESSED_TWICE = timedelta(seconds=20)
"""Within which somebody who presses again means the same."""
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


@dataclass(frozen=True, slots=True)
class ThrownAway:
    """From which organisation it was made; ``account`` None: in a demonstration."""

    origin: str
    account: str | None


class NoSimulation(Exception):
    """The ledger is a real one."""


class Trainings:
    """All of them. Every method raises LedgerUnavailable while the store is away."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def begin(self, organisation: str, origin: str, maker: str, account: str | None) -> str:
        """Write down that one is being made, by whom; its name.

        Whoever presses twice has one made: that of the first press goes on.
        """
        whose = (organisation, origin, maker, account)
        async with connected(self._pool) as connection, connection.transaction():
            await connection.execute(_QUERIES["take_turn"], origin, maker)
            return str(await connection.fetchval(_QUERIES["begin"], *whose, _PRESSED_TWICE))

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

    async def thrown_away(self, organisation: str) -> ThrownAway | None:
        """One that was thrown away a moment ago: whoever presses once more is told so."""
        async with connected(self._pool) as connection:
            row = await connection.fetchrow(_QUERIES["thrown_away"], organisation)
        return ThrownAway(**row) if row else None
