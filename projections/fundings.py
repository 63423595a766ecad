"""Fundings: one line for each, what was asked for, decided, set aside and paid. Integer euro cents."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from domain.fundings.state import Funding
from domain.kernel.model import Model
from domain.kernel.text import Bilingual
from domain.registry.reading_scope import ReadingScope
from domain.reminders.view import FileView
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.conflicts import closing
from projections.model import per_file
from projections.pages import Page, by_file, page_of

_QUERIES = load_queries(Path(__file__).with_name("fundings.sql"))
_PAGE, _COUNTS = closing(_QUERIES["page"], "$13"), closing(_QUERIES["counts"], "$8")


class FundingLine(Model):
    """A funding at a glance. ``next_…`` is its soonest deadline; persons are ids."""

    file: str
    """Its key, ``funding:<id>``."""
    funding: str
    cooperation: str
    name: str
    """The cooperation's name when it was asked for."""
    region: str
    managers: tuple[str, ...]
    rulebook: str
    instrument: str
    instrument_fr: str
    instrument_en: str
    fast_track: bool
    beneficiary: str
    status: str
    """Its stage; while it is alive, that its cooperation sleeps."""
    requested_by: str
    requested_at: str
    requested_cents: int
    eligible: bool
    """Whether every rule of eligibility holds."""
    decided_at: str | None
    granted_cents: int | None
    """As amended; None until it is granted."""
    until: date | None
    """The end of its term."""
    reserved_cents: int
    """Set aside and not paid."""
    paid_cents: int
    released_cents: int
    reclaimed_cents: int
    refunded_cents: int
    next_deadline: str | None
    next_deadline_fr: str | None
    next_deadline_en: str | None
    next_due_on: date | None
    next_overdue_from: datetime | None
    position: int
    """Its last event."""
    recorded_at: datetime
    """When that was recorded."""

    @property
    def instrument_name(self) -> Bilingual:
        """What the instrument is called."""
        return self.instrument_fr, self.instrument_en


def funding_line(view: FileView[Funding]) -> FundingLine:
    """A funding at a glance."""
    funding = view.file
    instrument = view.rulebook.instrument(funding.instrument)
    soonest = view.deadlines[0] if view.deadlines else None
    return FundingLine(
        file=funding.key,
        funding=funding.id,
        cooperation=funding.cooperation,
        name=funding.name,
        region=funding.region,
        managers=funding.managers,
        rulebook=funding.rulebook,
        instrument=funding.instrument,
        instrument_fr=instrument.name.fr if instrument else funding.instrument,
        instrument_en=instrument.name.en if instrument else funding.instrument,
        fast_track=funding.request.fast_track is not None,
        beneficiary=funding.request.beneficiary.name,
        status=funding.status,
        requested_by=funding.requested_by,
        requested_at=funding.requested_at,
        requested_cents=funding.request.amount_cents,
        eligible=all(one.holds for one in funding.findings),
        decided_at=funding.granted.at if funding.granted else None,
        granted_cents=funding.granted.amount_cents if funding.granted else None,
        until=funding.until,
        reserved_cents=funding.reserved_cents,
        paid_cents=funding.paid_cents,
        released_cents=funding.released_cents,
        reclaimed_cents=funding.reclaimed_cents,
        refunded_cents=funding.refunded_cents,
        next_deadline=soonest.key if soonest else None,
        next_deadline_fr=soonest.name.fr if soonest else None,
        next_deadline_en=soonest.name.en if soonest else None,
        next_due_on=soonest.due.day if soonest else None,
        next_overdue_from=soonest.due.passes_at if soonest else None,
        position=view.position,
        recorded_at=view.recorded_at,
    )


def _lines(view: FileView[Funding]) -> Iterator[FundingLine]:
    yield funding_line(view)


FUNDINGS = per_file("fundings", Funding, FundingLine, _QUERIES["forget"], _lines)


class FundingFilter(NamedTuple):
    """Which lines are wanted; None wants any."""

    region: str | None = None
    status: str | None = None
    instrument: str | None = None


class FundingCursor(NamedTuple):
    """The line after which a page begins."""

    name: str
    cooperation: str
    requested_at: str
    file: str


class FundingsCounted(NamedTuple):
    """How many fundings have a status, and what was asked for, granted and paid in them. Integer euro cents."""

    status: str
    fundings: int
    requested_cents: int
    granted_cents: int
    paid_cents: int


_BEGINNING = (None, None, None, None)


async def read_fundings(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    where: FundingFilter,
    after: FundingCursor | None,
    limit: int,
) -> Page[FundingLine, FundingCursor]:
    """The fundings that somebody may read, by the name of their cooperation, the first asked for first."""
    asked = (*by_file(scope), *where, *(after or _BEGINNING), limit + 1, scope.at)
    rows = await connection.fetch(_PAGE, organisation, *asked)
    return page_of(rows, limit, FundingLine, _key)


def _key(line: FundingLine) -> FundingCursor:
    return FundingCursor(line.name, line.cooperation, line.requested_at, line.file)


async def count_fundings(
    connection: Connection, organisation: str, scope: ReadingScope, where: FundingFilter
) -> tuple[FundingsCounted, ...]:
    """How many lines there are in all pages of the same question, and their sums, by status."""
    rows = await connection.fetch(_COUNTS, organisation, *by_file(scope), *where, scope.at)
    return tuple(FundingsCounted(*row) for row in rows)
