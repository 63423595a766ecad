"""The agenda: every open deadline of every file, when its next reminder goes out; and acts whose day is known."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self

from pydantic import field_serializer, field_validator

from domain.acts.coming import ComingAct, acts_to_come
from domain.deadlines.act_clocks import ANNOUNCED, ASKED, REFUSED
from domain.deadlines.deadline import Deadline
from domain.deadlines.moves import Cause, Move
from domain.files.file import KeptFile
from domain.kernel.calendar import due_on
from domain.kernel.model import Model
from domain.kernel.moments import day_of
from domain.kernel.text import Bilingual
from domain.registry.reading_scope import ReadingScope
from domain.reminders.view import FileView
from domain.reviews.reading import involved_in
from domain.reviews.state import Review
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.about import about
from projections.conflicts import closing
from projections.model import per_file
from projections.pages import Page, by_file, page_of

_QUERIES = load_queries(Path(__file__).with_name("agenda.sql"))
_PAGE, _COUNTS = closing(_QUERIES["page"], "$14"), closing(_QUERIES["counts"], "$11")


class AgendaMove(Model):
    """What moved a due date: its cause, the rule (None for an extension), from which day to which."""

    cause: Cause
    rule: Literal["continue", "restart"] | None
    from_day: date
    to_day: date

    @classmethod
    def of(cls, move: Move) -> Self:
        """A move as it is kept and told: the days alone."""
        return cls(cause=move.cause, rule=move.rule, from_day=move.from_day, to_day=move.to_day)


ActKind = Literal["coming", "held", "announced", "asked", "refused"]
"""How an act of the service stands: to be done, or held back until a day; in a deadline, what became of it."""
_OF_DEADLINES: Mapping[str, ActKind] = {ANNOUNCED: "announced", ASKED: "asked", REFUSED: "refused"}


class AgendaLine(Model):
    """An open deadline of a cooperation, a review or a funding, whose key is ``file``; or an act to come there.

    ``overdue_from`` is the first instant at which it has passed.

    ``silent``: the file is paused or refused, or waits for a request to abandon it or for what it lacks; nobody is
    reminded, and a pause will move the date. ``moves`` are what moved the date, in order. ``clipped`` is
    the day of the month counted from, where the month is too short.
    """

    file: str
    occurrence: str
    deadline: str
    name_fr: str
    name_en: str
    subject: str | None = None
    """The stakeholder, experiment, report, condition or tranche that it is about."""
    due_at: datetime
    due_on: date
    overdue_from: datetime
    zone: str
    """In which the file's days begin and end."""
    silent: bool
    next_rung_at: datetime | None
    """The earliest rung that is still to be sent; it may have passed."""
    managers: tuple[str, ...]
    rulebook: str
    cooperation: str
    """The id of the cooperation that its file is, or belongs to."""
    file_name: str
    """What that is called."""
    moves: tuple[AgendaMove, ...] = ()
    clipped: int | None = None
    ends_at: datetime | None = None
    """From when on the deadline's next occurrence stands in its place."""
    silence_at: datetime | None = None
    """When silence counts as an answer, at the earliest and unless an outage puts it off."""
    silence_on: date | None = None
    """The day of that, where the file is."""
    silence_from: datetime | None = None
    """From when on that is announced."""
    silence_counts_as: str | None = None
    silence_held_back: str | None = None
    """What it waits for: ``untold`` or ``undelivered``."""
    act: ActKind | None = None
    """Of what the service does by itself; an announced act may be held back until its day is over."""

    @property
    def name(self) -> Bilingual:
        """What the deadline is called."""
        return self.name_fr, self.name_en

    @field_validator("moves", mode="before")
    @classmethod
    def _stored(cls, moves: Any) -> Any:
        """As the database gives them: JSON."""
        return json.loads(moves) if isinstance(moves, str) else moves

    @field_serializer("moves", when_used="json")
    def _told(self, moves: tuple[AgendaMove, ...]) -> tuple[str, ...]:
        """As programs read them: cause, rule (``-`` for an extension), from which day, to which day."""
        return tuple(f"{one.cause} {one.rule or '-'} {one.from_day} {one.to_day}" for one in moves)


class AgendaRow(AgendaLine):
    """A deadline as it is stored: with what decides who may read it."""

    programme: str
    region: str
    involved: tuple[str, ...]
    """Of a review: who has or had a seat, and delegates."""


def _rows(view: FileView[KeptFile]) -> Iterator[AgendaRow]:
    involved = involved_in(view.file) if isinstance(view.file, Review) else ()
    programme, cooperation, name = about(view.file)
    for one in view.deadlines:
        coming, silence = view.coming(one), view.silences.get(one.occurrence)
        yield AgendaRow(
            file=view.file.key,
            occurrence=one.occurrence,
            deadline=one.key,
            name_fr=one.name.fr,
            name_en=one.name.en,
            subject=one.subject,
            due_at=one.due.at,
            due_on=one.due.day,
            overdue_from=one.due.passes_at,
            zone=view.zone.key,
            silent=one not in view.speaking,
            next_rung_at=coming.at if coming else None,
            managers=view.file.managers,
            rulebook=view.file.rulebook,
            programme=programme,
            cooperation=cooperation,
            file_name=name,
            moves=tuple(AgendaMove.of(move) for move in one.moves),
            clipped=one.due.clipped,
            ends_at=one.ends,
            silence_at=silence.bites_at if silence else None,
            silence_on=day_of(silence.bites_at, view.zone) if silence else None,
            silence_from=silence.forecast_from if silence else None,
            silence_counts_as=silence.counts_as if silence else None,
            silence_held_back=silence.held_back if silence else None,
            act="held" if _is_held(one, view.file) else _OF_DEADLINES.get(one.after),
            region=view.file.region,
            involved=involved,
        )
    for coming_act in acts_to_come(view):
        yield _act_row(coming_act, view)


def _is_held(deadline: Deadline, file: KeptFile) -> bool:
    """Whether people keep the service from what it announced."""
    return deadline.after == ANNOUNCED and deadline.key in file.acts.held


def _act_row(act: ComingAct, view: FileView[KeptFile]) -> AgendaRow:
    """What the service will do by itself; late, if it has not by the end of that day."""
    day = day_of(act.at, view.zone)
    programme, cooperation, name = about(view.file)
    return AgendaRow(
        file=view.file.key,
        occurrence=act.occurrence,
        deadline=act.key,
        name_fr=act.name.fr,
        name_en=act.name.en,
        subject=act.tranche,
        due_at=act.at,
        due_on=day,
        overdue_from=due_on(day, view.zone).passes_at,
        zone=view.zone.key,
        silent=False,
        next_rung_at=None,
        managers=view.file.managers,
        rulebook=view.file.rulebook,
        programme=programme,
        cooperation=cooperation,
        file_name=name,
        act="held" if act.held else "coming",
        region=view.file.region,
        involved=(),
    )


AGENDA = per_file("agenda", KeptFile, AgendaRow, _QUERIES["forget"], _rows, as_json=("moves",))


class AgendaFilter(NamedTuple):
    """Which deadlines are wanted: due up to ``until`` and, if ``now`` is given, not over then. None wants any."""

    until: datetime
    now: datetime | None = None
    region: str | None = None
    in_charge: str | None = None
    programme: str | None = None


class AgendaCursor(NamedTuple):
    """The deadline after which a page begins."""

    due_at: datetime
    file: str
    occurrence: str


class AgendaCounts(NamedTuple):
    """How many deadlines there are, and how many of them are overdue."""

    deadlines: int
    overdue: int


_BEGINNING = (None, None, None)


async def read_agenda(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    where: AgendaFilter,
    after: AgendaCursor | None,
    limit: int,
) -> Page[AgendaLine, AgendaCursor]:
    """The deadlines of files that somebody may read or is involved in, soonest first; what is overdue comes first."""
    asked = (*by_file(scope), *where, *(after or _BEGINNING), limit + 1, scope.at)
    rows = await connection.fetch(_PAGE, organisation, *asked)
    return page_of(rows, limit, AgendaLine, _key)


def _key(line: AgendaLine) -> AgendaCursor:
    return AgendaCursor(line.due_at, line.file, line.occurrence)


async def count_agenda(
    connection: Connection, organisation: str, scope: ReadingScope, where: AgendaFilter, at: datetime
) -> AgendaCounts:
    """How many lines there are in all pages of the same question, and how many had passed ``at`` an instant."""
    row = await connection.fetchrow(_COUNTS, organisation, *by_file(scope), *where, at, scope.at)
    return AgendaCounts(*row) if row else AgendaCounts(0, 0)
