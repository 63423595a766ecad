"""What the read models answer: typed, without names or free text about people."""

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import asyncpg

from domain.people.state import Organisation
from domain.registry.reading_scope import ReadingScope
from domain.tasks.task import Task
from eventstore.pool import connected
from projections.agenda import AgendaCounts, AgendaCursor, AgendaFilter, AgendaLine, count_agenda, read_agenda
from projections.board import read_board
from projections.calendar import CalendarFilter, CalendarLine, read_calendar
from projections.checkpoints import Checkpoint, Freshness, freshness, read_checkpoints
from projections.conflicts import Told, read_conflicts
from projections.deciding import read_deciding
from projections.envelopes import EnvelopeCursor, EnvelopeFilter, EnvelopeLine, read_envelopes
from projections.fundings import (
    FundingCursor,
    FundingFilter,
    FundingLine,
    FundingsCounted,
    count_fundings,
    read_fundings,
)
from projections.pages import PAGE, Page
from projections.people import read_people
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import (
    Counted,
    Neighbours,
    PortfolioCursor,
    PortfolioFilter,
    StageCounted,
    count_portfolio,
    count_stages,
    read_neighbours,
    read_portfolio,
)
from projections.portfolio_values import PortfolioValues, read_portfolio_values
from projections.readable import read_readable
from projections.reviews import ReviewCursor, ReviewFilter, ReviewLine, count_reviews, read_reviews
from projections.tasks import TaskCursor, TaskFilter, count_tasks, read_tasks
from projections.timeline import TimelineEntry, read_money_lines, read_timeline
from projections.to_come import ComingLine, read_to_come

_ALL_FILES, _ALL_REVIEWS = PortfolioFilter(), ReviewFilter()
_ALL_FUNDINGS, _ALL_ENVELOPES = FundingFilter(), EnvelopeFilter()
_LOOK_EVERY = 0.01


class ReadModels:
    """The read models of all organisations. Names and private texts are joined through the vault by callers.

    Every method raises LedgerUnavailable if the database is out of reach.
    """

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def portfolio(
        self,
        organisation: str,
        scope: ReadingScope,
        where: PortfolioFilter = _ALL_FILES,
        after: PortfolioCursor | None = None,
        limit: int = PAGE,
    ) -> Page[PortfolioLine, PortfolioCursor]:
        """The cooperations in a scope, by name."""
        async with connected(self._pool) as connection:
            return await read_portfolio(connection, organisation, scope, where, after, limit)

    async def portfolio_counts(
        self, organisation: str, scope: ReadingScope, where: PortfolioFilter = _ALL_FILES
    ) -> tuple[Counted, ...]:
        """How many cooperations there are in a scope, by rulebook, phase and status."""
        async with connected(self._pool) as connection:
            return await count_portfolio(connection, organisation, scope, where)

    async def stage_counts(
        self, organisation: str, scope: ReadingScope, where: PortfolioFilter
    ) -> tuple[StageCounted, ...]:
        """How many cooperations in a scope applied to a call, by call and stage."""
        async with connected(self._pool) as connection:
            return await count_stages(connection, organisation, scope, where)

    async def portfolio_neighbours(
        self, organisation: str, scope: ReadingScope, where: PortfolioFilter, file: str
    ) -> Neighbours | None:
        """What stands beside a cooperation among those of a question; None where it is not among them."""
        async with connected(self._pool) as connection:
            return await read_neighbours(connection, organisation, scope, where, file)

    async def board(
        self, organisation: str, scope: ReadingScope, where: PortfolioFilter
    ) -> Sequence[PortfolioLine]:
        """The first cooperations in a scope of each phase, and of those that are asleep."""
        async with connected(self._pool) as connection:
            return await read_board(connection, organisation, scope, where)

    async def portfolio_values(self, organisation: str, scope: ReadingScope) -> PortfolioValues:
        """What stands in the columns of the cooperations in a scope."""
        async with connected(self._pool) as connection:
            return await read_portfolio_values(connection, organisation, scope)

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

    async def money_lines(
        self,
        organisation: str,
        fundings: Iterable[str],
        zone: ZoneInfo,
        as_of: datetime | None = None,
        known_on: datetime | None = None,
    ) -> tuple[TimelineEntry, ...]:
        """The lines of envelopes, accounts and files for the bank that fundings, by their ids, left; as above."""
        async with connected(self._pool) as connection:
            return await read_money_lines(connection, organisation, fundings, as_of, known_on, zone)

    async def tasks(
        self,
        organisation: str,
        scope: ReadingScope,
        where: TaskFilter,
        after: TaskCursor | None = None,
        limit: int = PAGE,
    ) -> Page[Task, TaskCursor]:
        """What waits for a person, or for anybody, in a scope, longest first."""
        async with connected(self._pool) as connection:
            return await read_tasks(connection, organisation, scope, where, after, limit)

    async def task_count(self, organisation: str, scope: ReadingScope, where: TaskFilter) -> int:
        """How many tasks wait for a person in a scope: what heads of pages show."""
        async with connected(self._pool) as connection:
            return await count_tasks(connection, organisation, scope, where)

    async def deciding(
        self, organisation: str, scope: ReadingScope, people: Organisation, person: str, now: datetime
    ) -> frozenset[str]:
        """The cooperations, by id, in which a decision waits for a person who reads no more of them in a scope."""
        async with connected(self._pool) as connection:
            return await read_deciding(connection, organisation, scope, people, person, now)

    async def agenda(
        self,
        organisation: str,
        scope: ReadingScope,
        where: AgendaFilter,
        after: AgendaCursor | None = None,
        limit: int = PAGE,
    ) -> Page[AgendaLine, AgendaCursor]:
        """The open deadlines in a scope, soonest first, overdue ones included."""
        async with connected(self._pool) as connection:
            return await read_agenda(connection, organisation, scope, where, after, limit)

    async def agenda_counts(
        self, organisation: str, scope: ReadingScope, where: AgendaFilter, at: datetime
    ) -> AgendaCounts:
        """How many deadlines there are in a scope, and how many of them had passed ``at`` an instant."""
        async with connected(self._pool) as connection:
            return await count_agenda(connection, organisation, scope, where, at)

    async def calendar(
        self, organisation: str, scope: ReadingScope, where: CalendarFilter
    ) -> Sequence[CalendarLine]:
        """The deadlines in a scope by day: open ones, and those that are over, but not for long."""
        async with connected(self._pool) as connection:
            return await read_calendar(connection, organisation, scope, where)

    async def to_come(
        self, organisation: str, scope: ReadingScope, programme: str, until: datetime, limit: int
    ) -> tuple[ComingLine, ...]:
        """The next reminders and acts under a programme in a scope, up to an instant."""
        async with connected(self._pool) as connection:
            return await read_to_come(connection, organisation, scope, programme, until, limit)

    async def reviews(
        self,
        organisation: str,
        scope: ReadingScope,
        where: ReviewFilter = _ALL_REVIEWS,
        after: ReviewCursor | None = None,
        limit: int = PAGE,
    ) -> Page[ReviewLine, ReviewCursor]:
        """The reviews in a scope, the last asked first."""
        async with connected(self._pool) as connection:
            return await read_reviews(connection, organisation, scope, where, after, limit)

    async def review_counts(
        self, organisation: str, scope: ReadingScope, where: ReviewFilter = _ALL_REVIEWS
    ) -> Mapping[str, int]:
        """How many reviews there are in a scope, by status."""
        async with connected(self._pool) as connection:
            return await count_reviews(connection, organisation, scope, where)

    async def fundings(
        self,
        organisation: str,
        scope: ReadingScope,
        where: FundingFilter = _ALL_FUNDINGS,
        after: FundingCursor | None = None,
        limit: int = PAGE,
    ) -> Page[FundingLine, FundingCursor]:
        """The fundings in a scope, by the name of their cooperation."""
        async with connected(self._pool) as connection:
            return await read_fundings(connection, organisation, scope, where, after, limit)

    async def funding_counts(
        self, organisation: str, scope: ReadingScope, where: FundingFilter = _ALL_FUNDINGS
    ) -> tuple[FundingsCounted, ...]:
        """How many fundings there are in a scope, and what they come to, by status."""
        async with connected(self._pool) as connection:
            return await count_fundings(connection, organisation, scope, where)

    async def envelopes(
        self,
        organisation: str,
        scope: ReadingScope,
        where: EnvelopeFilter = _ALL_ENVELOPES,
        after: EnvelopeCursor | None = None,
        limit: int = PAGE,
    ) -> Page[EnvelopeLine, EnvelopeCursor]:
        """The envelopes, for somebody with a role: by programme and instrument, the latest year first."""
        async with connected(self._pool) as connection:
            return await read_envelopes(connection, organisation, scope, where, after, limit)

    async def readable(
        self, organisation: str, scope: ReadingScope, files: Iterable[str]
    ) -> Mapping[str, bool]:
        """Whether some cooperations, reviews and fundings are in a scope, by key; those not folded yet are missing."""
        async with connected(self._pool) as connection:
            return await read_readable(connection, organisation, scope, files)

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

    async def wait_for(
        self,
        organisation: str,
        position: int | None = None,
        timeout: float = 2.0,  # noqa: ASYNC109
    ) -> Freshness:
        """Wait at most ``timeout`` seconds until what is read includes ``position``, and say how old it is.

        None: where the ledger ends now. Read models that have stopped are not waited for; the answer names them.
        """
        until = time.monotonic() + timeout
        while True:
            known = await self.progress(organisation)
            if position is None and known:
                position = max(one.head for one in known)
            found = freshness(known, position or 0)
            if (found.reached and position is not None) or time.monotonic() >= until:
                return found
            await asyncio.sleep(_LOOK_EVERY)
