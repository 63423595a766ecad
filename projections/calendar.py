"""The calendar: every deadline that ever was, by its occurrence before any extension, so that a copy can follow it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from domain.files.file import KeptFile
from domain.kernel.model import Model
from domain.kernel.text import Bilingual
from domain.registry.reading_scope import ReadingScope
from domain.reminders.occurrences import Became
from domain.reminders.view import FileView
from domain.reviews.reading import involved_in
from domain.reviews.state import Review
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.about import about
from projections.conflicts import closing
from projections.model import per_file
from projections.pages import by_file

_QUERIES = load_queries(Path(__file__).with_name("calendar.sql"))
_ENTRIES = closing(_QUERIES["entries"], "$10")


class CalendarLine(Model):
    """A deadline of a file, whose key is ``file``: open, or what became of it; ``sequence`` counts its changes."""

    file: str
    base: str
    deadline: str
    name_fr: str
    name_en: str
    day: date
    zone: str
    """In which its day begins and ends."""
    became: Became
    sequence: int
    changed_at: datetime
    """When the ledger recorded the last change."""
    cooperation: str
    """The id of the cooperation that its file is, or belongs to."""
    file_name: str
    """What that is called."""

    @property
    def name(self) -> Bilingual:
        """What the deadline is called."""
        return self.name_fr, self.name_en


class CalendarRow(CalendarLine):
    """A deadline as it is stored: whom it is for, where that is known, and what decides who may read it."""

    people: tuple[str, ...]
    """Who owes an answer; none where those in charge of the file do."""
    managers: tuple[str, ...]
    programme: str
    region: str
    involved: tuple[str, ...]
    """Of a review: who has or had a seat, and delegates."""


def _rows(view: FileView[KeptFile]) -> Iterator[CalendarRow]:
    involved = involved_in(view.file) if isinstance(view.file, Review) else ()
    programme, cooperation, name = about(view.file)
    for one in view.occurrences.by_base.values():
        yield CalendarRow(
            file=view.file.key,
            base=one.base,
            deadline=one.deadline,
            name_fr=one.name.fr,
            name_en=one.name.en,
            day=one.day,
            zone=view.zone.key,
            became=one.became,
            sequence=one.sequence,
            changed_at=one.changed_at,
            cooperation=cooperation,
            file_name=name,
            people=one.people,
            managers=view.file.managers,
            programme=programme,
            region=view.file.region,
            involved=involved,
        )


CALENDAR = per_file("calendar", KeptFile, CalendarRow, _QUERIES["forget"], _rows)


class CalendarFilter(NamedTuple):
    """Which deadlines are wanted. ``since``: those that are over, too, if they have been for no longer.

    ``mine``: those for which a person, by all ids, is in charge or owes an answer.
    """

    since: datetime
    mine: bool = False
    region: str | None = None
    programme: str | None = None


MOST = 5_000
"""Entries of a calendar; of more, those that changed last."""


async def read_calendar(
    connection: Connection, organisation: str, scope: ReadingScope, where: CalendarFilter
) -> Sequence[CalendarLine]:
    """The deadlines of files that somebody may read or is involved in, by day."""
    asked = (*by_file(scope), *where, MOST, scope.at)
    rows = await connection.fetch(_ENTRIES, organisation, *asked)
    return [CalendarLine.model_validate(dict(row), strict=False) for row in rows]
