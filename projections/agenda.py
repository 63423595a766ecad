"""The agenda: every open deadline of every file, and when its next reminder goes out."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from domain.due import waiting
from domain.model import Model
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import FileView, per_file

_QUERIES = load_queries(Path(__file__).with_name("agenda.sql"))


class AgendaLine(Model):
    """An open deadline. ``overdue_from`` is the first instant at which it has passed.

    ``silent``: the file is paused, or waits for a request to abandon it to be settled; nobody is reminded, and a
    pause will move the date.
    """

    file: str
    occurrence: str
    deadline: str
    name_fr: str
    name_en: str
    due_at: datetime
    due_on: date
    overdue_from: datetime
    silent: bool
    next_rung_at: datetime | None
    """The earliest rung that is still to be sent; it may have passed."""
    managers: tuple[str, ...]
    rulebook: str


def _lines(view: FileView) -> Iterator[AgendaLine]:
    for one in view.deadlines:
        silent = one not in view.speaking
        yield AgendaLine(
            file=view.file.id,
            occurrence=one.occurrence,
            deadline=one.key,
            name_fr=one.name.fr,
            name_en=one.name.en,
            due_at=one.due.at,
            due_on=one.due.day,
            overdue_from=one.due.passes_at,
            silent=silent,
            next_rung_at=None if silent else min((rung.at for rung in waiting(one)), default=None),
            managers=view.file.managers,
            rulebook=view.file.rulebook,
        )


AGENDA = per_file("agenda", AgendaLine, _QUERIES["forget"], _lines)


async def read_agenda(connection: Connection, organisation: str, until: datetime) -> tuple[AgendaLine, ...]:
    """What falls due up to an instant, soonest first; what is overdue comes first."""
    rows = await connection.fetch(_QUERIES["agenda"], organisation, until)
    return tuple(AgendaLine.model_validate(dict(row), strict=False) for row in rows)
