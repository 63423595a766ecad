"""The portfolio: one line for each cooperation, where it stands and what is due next.

How its lines are looked for: ``portfolio_pages``; as the columns of a board: ``board``.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from domain.cooperations.evidence import last_of
from domain.cooperations.state import Cooperation
from domain.kernel.folded import folded
from domain.kernel.model import Model
from domain.kernel.moments import day_of, earliest, latest
from domain.kernel.text import Bilingual, both
from domain.reminders.view import FileView
from eventstore.queries import load_queries
from projections.model import per_file
from projections.searching import search_text

_QUERIES = load_queries(Path(__file__).with_name("portfolio.sql"))


class _Stored(Model):
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
    last_contact_on: date | None
    """The last day that this may mean, where the file is."""
    next_deadline: str | None
    next_deadline_fr: str | None
    next_deadline_en: str | None
    next_due_on: date | None
    next_overdue_from: datetime | None
    closing: str | None
    """How it was closed."""
    call: str | None
    """The call that it applied to."""
    stage: str | None
    """How far it has come in it."""
    position: int
    """The file's last event."""
    recorded_at: datetime
    """When that was recorded."""

    @property
    def next_deadline_name(self) -> Bilingual | None:
        """What its soonest deadline is called."""
        return both(self.next_deadline_fr, self.next_deadline_en)


class PortfolioLine(_Stored):
    """What somebody reads of it. Not ``whole``, it tells name, territory, programme, phase and status alone."""

    whole: bool


class PortfolioRow(_Stored):
    """A line as it is stored: with what it is sorted and found by."""

    sort_name: str
    search: str
    entered_on: date
    """The first day that the moment may mean at which the phase was entered, where the file is."""


def portfolio_row(view: FileView[Cooperation]) -> PortfolioRow:
    """A cooperation at a glance, with what it is sorted and found by."""
    file = view.file
    contact = last_of(file, "ContactRecorded", view.zone)
    soonest = view.deadlines[0] if view.deadlines else None
    return PortfolioRow(
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
        last_contact_on=day_of(latest(contact.at, view.zone), view.zone) if contact else None,
        next_deadline=soonest.key if soonest else None,
        next_deadline_fr=soonest.name.fr if soonest else None,
        next_deadline_en=soonest.name.en if soonest else None,
        next_due_on=soonest.due.day if soonest else None,
        next_overdue_from=soonest.due.passes_at if soonest else None,
        closing=file.closed.outcome if file.closed else None,
        call=file.application.call if file.application else None,
        stage=file.application.stage if file.application else None,
        position=view.position,
        recorded_at=view.recorded_at,
        sort_name=folded(file.name),
        search=search_text(file),
        entered_on=day_of(earliest(file.current.entered_at, view.zone), view.zone),
    )


def _rows(view: FileView[Cooperation]) -> Iterator[PortfolioRow]:
    yield portfolio_row(view)


PORTFOLIO = per_file("portfolio", Cooperation, PortfolioRow, _QUERIES["forget"], _rows)
