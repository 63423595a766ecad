"""Whose turn it is to fold an organisation's ledger: of all runners that of one, by a lock of the database."""

from contextlib import suppress
from pathlib import Path

import asyncpg
from asyncpg.exceptions import InterfaceError

from domain.kernel.ledger import LedgerUnavailable
from eventstore.pool import Connection, in_time
from eventstore.queries import load_queries

_QUERIES = load_queries(Path(__file__).with_name("turns.sql"))


class Turns:
    """The turns that a runner has. They are held by a connection of its own and end with it, however that ends."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._connection: Connection | None = None
        self._mine: set[str] = set()

    async def is_mine(self, organisation: str) -> bool:
        """Whether the runner has the turn; it takes it if nobody does. Raises LedgerUnavailable."""
        try:
            async with in_time():
                if self._connection is None or self._connection.is_closed():
                    self.give_up()
                    self._connection = await self._pool.acquire()
                if organisation not in self._mine and await self._connection.fetchval(
                    _QUERIES["take_turn"], organisation
                ):
                    self._mine.add(organisation)
        except LedgerUnavailable:  # who knows what the connection is still busy with
            self.give_up()
            raise
        return organisation in self._mine

    def give_up(self) -> None:
        """Leave all turns to others."""
        self._mine.clear()
        if self._connection is not None:
            with suppress(InterfaceError):  # already lost
                self._connection.terminate()
            self._connection = None
