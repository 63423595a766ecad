"""Reviews: one line for each, what is asked of which panel, how far it is, how it ended."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from domain.kernel.model import Model
from domain.kernel.text import Bilingual
from domain.registry.reading_scope import ReadingScope
from domain.reminders.view import FileView
from domain.reviews.panel import panel_of
from domain.reviews.reading import involved_in
from domain.reviews.state import Review
from domain.reviews.votes import count
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import per_file
from projections.pages import Page, by_file, page_of

_QUERIES = load_queries(Path(__file__).with_name("reviews.sql"))


class ReviewLine(Model):
    """A review at a glance. ``next_…`` is its soonest deadline; persons are ids."""

    file: str
    """Its key, ``review:<id>``."""
    review: str
    cooperation: str
    name: str
    """The cooperation's name when it was asked for."""
    region: str
    managers: tuple[str, ...]
    rulebook: str
    question: str
    question_fr: str
    question_en: str
    panel: str
    panel_fr: str
    panel_en: str
    mode: str
    """``advisory`` or ``decisive``."""
    funding: str | None
    amendment: str | None
    resubmits: str | None
    """The review whose points this one answers."""
    status: str
    """``open``, how it ended, or that its cooperation sleeps."""
    opened_by: str
    opened_at: str
    ended_at: str | None
    dossier: int
    """The last version of the dossier."""
    involved: tuple[str, ...]
    """Who has or had a seat, and delegates: they may look the review up."""
    effective: int
    """How many sit: neither recused nor replaced. As in the minutes, once it is concluded."""
    present: int
    """How many opinions count so far."""
    quorum: int
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
    def question_name(self) -> Bilingual:
        """The question as the rulebook asks it."""
        return self.question_fr, self.question_en

    @property
    def panel_name(self) -> Bilingual:
        """What the panel is called."""
        return self.panel_fr, self.panel_en


def review_line(view: FileView[Review]) -> ReviewLine:
    """A review at a glance."""
    review = view.file
    panel = panel_of(review, view.rulebook)
    question = view.rulebook.question(review.question)
    ended = review.outcome
    votes = ended.counts if ended and ended.counts else count(review, panel)
    soonest = view.deadlines[0] if view.deadlines else None
    return ReviewLine(
        file=review.key,
        review=review.id,
        cooperation=review.cooperation,
        name=review.name,
        region=review.region,
        managers=review.managers,
        rulebook=review.rulebook,
        question=review.question,
        question_fr=question.name.fr if question else review.question,
        question_en=question.name.en if question else review.question,
        panel=review.panel,
        panel_fr=panel.name.fr,
        panel_en=panel.name.en,
        mode=panel.mode,
        funding=review.funding,
        amendment=review.amendment,
        resubmits=review.resubmits,
        status=review.status,
        opened_by=review.opened_by,
        opened_at=review.opened_at,
        ended_at=ended.at if ended else None,
        dossier=review.dossier.number,
        involved=involved_in(review),
        effective=votes.effective,
        present=votes.present,
        quorum=votes.quorum,
        next_deadline=soonest.key if soonest else None,
        next_deadline_fr=soonest.name.fr if soonest else None,
        next_deadline_en=soonest.name.en if soonest else None,
        next_due_on=soonest.due.day if soonest else None,
        next_overdue_from=soonest.due.passes_at if soonest else None,
        position=view.position,
        recorded_at=view.recorded_at,
    )


def _lines(view: FileView[Review]) -> Iterator[ReviewLine]:
    yield review_line(view)


REVIEWS = per_file("reviews", Review, ReviewLine, _QUERIES["forget"], _lines)


class ReviewFilter(NamedTuple):
    """Which lines are wanted; None wants any."""

    region: str | None = None
    status: str | None = None
    panel: str | None = None
    open: bool | None = None
    """Whether the review has not ended."""


class ReviewCursor(NamedTuple):
    """The line after which a page begins."""

    opened_at: str
    file: str


_BEGINNING = (None, None)


async def read_reviews(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    where: ReviewFilter,
    after: ReviewCursor | None,
    limit: int,
) -> Page[ReviewLine, ReviewCursor]:
    """The reviews that somebody may read or is involved in, the last asked first."""
    asked = (*by_file(scope), *where, *(after or _BEGINNING), limit + 1)
    rows = await connection.fetch(_QUERIES["page"], organisation, *asked)
    return page_of(rows, limit, ReviewLine, lambda line: ReviewCursor(line.opened_at, line.file))


async def count_reviews(
    connection: Connection, organisation: str, scope: ReadingScope, where: ReviewFilter
) -> Mapping[str, int]:
    """How many lines there are in all pages of the same question, by status."""
    rows = await connection.fetch(_QUERIES["counts"], organisation, *by_file(scope), *where)
    return {row["status"]: row["reviews"] for row in rows}
