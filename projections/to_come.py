"""What goes out or is done by the service under a programme in the time ahead: of the agenda, the next of each line."""

from datetime import datetime
from pathlib import Path

from domain.registry.reading_scope import ReadingScope
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.agenda import AgendaLine
from projections.conflicts import closing
from projections.pages import by_file

_TO_COME = closing(load_queries(Path(__file__).with_name("agenda.sql"))["to_come"], "$8")


class ComingLine(AgendaLine):
    """A line of the agenda with the instant at which its next reminder goes out, or its act is done."""

    comes_at: datetime


async def read_to_come(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    programme: str,
    until: datetime,
    limit: int,
) -> tuple[ComingLine, ...]:
    """The first of them up to an instant, soonest first; what is overdue and still to be sent comes first."""
    rows = await connection.fetch(_TO_COME, organisation, *by_file(scope), programme, until, limit, scope.at)
    return tuple(ComingLine.model_validate(dict(one), strict=False) for one in rows)
