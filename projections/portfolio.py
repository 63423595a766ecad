"""The portfolio: one line for each cooperation, where it stands and what is due next."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from domain.cooperations.evidence import last_of
from domain.cooperations.state import Cooperation
from domain.kernel.model import Model
from domain.kernel.text import Bilingual, both
from domain.registry.reading_scope import ReadingScope
from domain.reminders.view import FileView
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import per_file
from projections.pages import Page, by_region, page_of

_QUERIES = load_queries(Path(__file__).with_name("portfolio.sql"))


class PortfolioLine(Model):
    """A cooperation at a glance. ``next_…`` is its soonest deadline; managers are ids of persons."""

    file: str
    name: str
    territory: str
    region: str
    programme: str
    rulebook: str
    object: str
    cooperation_type: str
    economic_model: str
    origin: str
    managers: tuple[str, ...]
    phase: str
    pass_number: int
    entered_at: str
    """The moment at which the phase was entered."""
    status: str
    """``active``, ``paused``, ``abandonment-requested`` or ``closed``."""
    last_contact_at: str | None
    next_deadline: str | None
    next_deadline_fr: str | None
    next_deadline_en: str | None
    next_due_on: date | None
    next_overdue_from: datetime | None
    closing: str | None
    """How it was closed."""
    position: int
    """The file's last event."""
    recorded_at: datetime
    """When that was recorded."""

    @property
    def next_deadline_name(self) -> Bilingual | None:
        """What its soonest deadline is called."""
        return both(self.next_deadline_fr, self.next_deadline_en)


def _line(view: FileView[Cooperation]) -> Iterator[PortfolioLine]:
    file = view.file
    contact = last_of(file, "ContactRecorded", view.zone)
    soonest = view.deadlines[0] if view.deadlines else None
    yield PortfolioLine(
        file=file.id,
        name=file.name,
        territory=file.territory.name,
        region=file.region,
        programme=file.programme,
        rulebook=file.rulebook,
        object=file.object,
        cooperation_type=file.cooperation_type,
        economic_model=file.economic_model,
        origin=file.origin,
        managers=file.managers,
        phase=file.current.phase,
        pass_number=file.current.number,
        entered_at=file.current.entered_at,
        status=file.status,
        last_contact_at=contact.at if contact else None,
        next_deadline=soonest.key if soonest else None,
        next_deadline_fr=soonest.name.fr if soonest else None,
        next_deadline_en=soonest.name.en if soonest else None,
        next_due_on=soonest.due.day if soonest else None,
        next_overdue_from=soonest.due.passes_at if soonest else None,
        closing=file.closed.outcome if file.closed else None,
        position=view.position,
        recorded_at=view.recorded_at,
    )


PORTFOLIO = per_file("portfolio", Cooperation, PortfolioLine, _QUERIES["forget"], _line)


class PortfolioFilter(NamedTuple):
    """Which lines are wanted; None wants any.

    ``in_charge`` is the id of a manager; ``due_by`` the last day on which the soonest deadline may fall.
    """

    region: str | None = None
    programme: str | None = None
    phase: str | None = None
    status: str | None = None
    in_charge: str | None = None
    due_by: date | None = None
    open: bool | None = None
    """Whether the file is not closed."""


class PortfolioCursor(NamedTuple):
    """The line after which a page begins."""

    name: str
    file: str


class Counted(NamedTuple):
    """How many files of a rulebook are in a phase, with a status."""

    rulebook: str
    phase: str
    status: str
    files: int


_BEGINNING = (None, None)


async def read_portfolio(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    where: PortfolioFilter,
    after: PortfolioCursor | None,
    limit: int,
) -> Page[PortfolioLine, PortfolioCursor]:
    """The lines that somebody may read, by name."""
    asked = (*by_region(scope), *where, *(after or _BEGINNING), limit + 1)
    rows = await connection.fetch(_QUERIES["page"], organisation, *asked)
    return page_of(rows, limit, PortfolioLine, lambda line: PortfolioCursor(line.name, line.file))


async def count_portfolio(
    connection: Connection, organisation: str, scope: ReadingScope, where: PortfolioFilter
) -> tuple[Counted, ...]:
    """How many lines there are in all pages of the same question, by rulebook, phase and status."""
    rows = await connection.fetch(_QUERIES["counts"], organisation, *by_region(scope), *where)
    return tuple(Counted(*row) for row in rows)
