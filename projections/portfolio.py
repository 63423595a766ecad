"""The portfolio: one line for each cooperation, where it stands and what is due next."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from domain.cooperations.evidence import last_of
from domain.cooperations.state import Cooperation
from domain.kernel.model import Model
from domain.kernel.text import Bilingual, both
from domain.reminders.view import FileView
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import per_file

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


async def read_portfolio(
    connection: Connection, organisation: str, region: str | None, status: str | None
) -> tuple[PortfolioLine, ...]:
    """The lines of a region and a status, or of all (None), by name."""
    rows = await connection.fetch(_QUERIES["portfolio"], organisation, region, status)
    return tuple(PortfolioLine.model_validate(dict(row), strict=False) for row in rows)
