"""What the read models answer: typed, without names or free text about people."""

import asyncio
import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

import asyncpg

from domain.people.state import Organisation
from domain.tasks.task import Task
from eventstore.pool import connected
from projections.agenda import AgendaLine, read_agenda
from projections.checkpoints import Checkpoint, Freshness, freshness, read_checkpoints
from projections.conflicts import Told, read_conflicts
from projections.envelopes import EnvelopeLine, read_envelopes
from projections.fundings import FundingLine, read_fundings
from projections.people import read_people
from projections.portfolio import PortfolioLine, read_portfolio
from projections.reviews import ReviewLine, read_reviews
from projections.sheet import Sheet, read_sheet
from projections.tasks import read_tasks
from projections.timeline import TimelineEntry, read_timeline

_LOOK_EVERY = 0.01


class ReadModels:
    """The read models of all organisations. Names and private texts are joined through the vault by callers.

    Every method raises LedgerUnavailable if the database is out of reach.
    """

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def portfolio(
        self, organisation: str, region: str | None = None, status: str | None = None
    ) -> tuple[PortfolioLine, ...]:
        """The cooperations of a region and a status, or all of them, by name."""
        async with connected(self._pool) as connection:
            return await read_portfolio(connection, organisation, region, status)

    async def sheet(self, organisation: str, file: str) -> Sheet | None:
        """All that holds of a cooperation at present; None if there is no such file."""
        async with connected(self._pool) as connection:
            return await read_sheet(connection, organisation, file)

    async def timeline(
        self,
        organisation: str,
        file: str,
        zone: ZoneInfo,
        as_of: datetime | None = None,
        known_on: datetime | None = None,
    ) -> tuple[TimelineEntry, ...]:
        """What had happened by ``as_of`` as far as was known on ``known_on``, corrections applied and named.

        ``zone`` is where the file's days begin and end.
        """
        async with connected(self._pool) as connection:
            return await read_timeline(connection, organisation, file, as_of, known_on, zone)

    async def tasks(
        self,
        organisation: str,
        now: datetime,
        person: str | None = None,
        twins: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[Task, ...]:
        """What waits for a person at ``now``, or for anybody, longest first; ``twins`` are ids of one person."""
        async with connected(self._pool) as connection:
            return await read_tasks(connection, organisation, person, now, twins)

    async def agenda(self, organisation: str, until: datetime) -> tuple[AgendaLine, ...]:
        """The open deadlines due up to ``until``, soonest first, overdue ones included."""
        async with connected(self._pool) as connection:
            return await read_agenda(connection, organisation, until)

    async def reviews(self, organisation: str) -> tuple[ReviewLine, ...]:
        """All reviews, the last asked first."""
        async with connected(self._pool) as connection:
            return await read_reviews(connection, organisation)

    async def fundings(self, organisation: str) -> tuple[FundingLine, ...]:
        """All fundings, by the name of their cooperation."""
        async with connected(self._pool) as connection:
            return await read_fundings(connection, organisation)

    async def envelopes(self, organisation: str) -> tuple[EnvelopeLine, ...]:
        """All envelopes, by programme and instrument, the latest year first."""
        async with connected(self._pool) as connection:
            return await read_envelopes(connection, organisation)

    async def conflicts(
        self, organisation: str, files: Iterable[str], now: datetime
    ) -> Mapping[str, tuple[Told, ...]]:
        """Who has no hand in some reviews and fundings at ``now``, by their key."""
        async with connected(self._pool) as connection:
            return await read_conflicts(connection, organisation, files, now)

    async def people(self, organisation: str) -> Organisation:
        """The people and the roles they hold or held; names and addresses are references to the vault."""
        async with connected(self._pool) as connection:
            return await read_people(connection, organisation)

    async def progress(self, organisation: str) -> tuple[Checkpoint, ...]:
        """How far each read model has come and where the ledger ends; none before anything was folded."""
        async with connected(self._pool) as connection:
            return await read_checkpoints(connection, organisation)

    async def wait_for(self, organisation: str, position: int, timeout: float = 2.0) -> Freshness:  # noqa: ASYNC109
        """Wait at most ``timeout`` seconds until what is read includes ``position``, and say how old it is.

        Read models that have stopped are not waited for; the answer names them.
        """
        until = time.monotonic() + timeout
        while True:
            found = freshness(await self.progress(organisation), position)
            if found.reached or time.monotonic() >= until:
                return found
            await asyncio.sleep(_LOOK_EVERY)
