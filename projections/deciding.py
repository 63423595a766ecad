"""In which cooperations decisions wait for somebody: looked up when they come, for it opens those files to them."""

from datetime import datetime
from pathlib import Path

from domain.people.now import RolesNow
from domain.people.state import Organisation
from domain.registry.reading_scope import ReadingScope
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.conflicts import conflicts_beside
from projections.needs import met_by
from projections.task_rows import StoredTask

_QUERIES = load_queries(Path(__file__).with_name("deciding.sql"))


async def read_deciding(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    people: Organisation,
    person: str,
    now: datetime,
) -> frozenset[str]:
    """The cooperations, by id, in which a decision waits at ``now`` for a person; none where they read every file."""
    from domain.tasks.deciding import DECISIONS, decides_in  # noqa: PLC0415 - knows all commands, which other lists do not need

    asked = (sorted(scope.in_full.names), sorted(DECISIONS), met_by(people, person, now), now)
    rows = await connection.fetch(_QUERIES["waiting"], organisation, *asked)
    lines = [StoredTask.model_validate(dict(row), strict=False) for row in rows]
    told = await conflicts_beside(connection, organisation, {one.file for one in lines}, now)
    return decides_in(person, ((one, one.cooperation) for one in lines), told, RolesNow(people, now))
