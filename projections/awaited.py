"""For whom the files wait in which what is awaited is done: a panel's members in its review, a body in a funding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from domain.people.now import RolesNow
from domain.tasks.task import TaskLine
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.conflicts import conflicts_beside
from projections.task_rows import StoredTask

_QUERIES = load_queries(Path(__file__).with_name("tasks.sql"))
_DEEPEST = 3
"""Files that wait for files that wait for files: a gate for a funding, the funding for a review."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Whom the tasks of a file wait for, and by which day; ``overdue_from`` is the first instant past it."""

    waits_for: tuple[str, ...] = ()
    due_on: date | None = None
    overdue_from: datetime | None = None


async def read_elsewhere(
    connection: Connection, organisation: str, lines: Sequence[TaskLine], roles: RolesNow, now: datetime
) -> Mapping[str, Elsewhere]:
    """What waits at ``now`` in the files that some tasks await, by file; what those await in turn, in theirs."""
    from domain.tasks.addressees import addressed_all  # noqa: PLC0415 - knows all commands, which other lists do not need

    found: dict[str, list[TaskLine]] = {}
    wanted = {key for line in lines for key in line.awaits}
    for _ in range(_DEEPEST):
        rows = (
            await connection.fetch(_QUERIES["waiting"], organisation, sorted(wanted), now) if wanted else []
        )
        stored = [StoredTask.model_validate(dict(row), strict=False) for row in rows]
        found |= {key: [one for one in stored if one.file == key] for key in wanted}
        wanted = {key for one in stored for key in one.awaits} - found.keys()
    told = await conflicts_beside(connection, organisation, found, now)
    judged = {key: addressed_all(rows, told, roles) for key, rows in found.items()}
    persons = {key: [one for _, whom in rows for one in whom.waits_for] for key, rows in judged.items()}
    return {key: _elsewhere(key, found, persons) for key in found}


def _elsewhere(
    key: str, found: Mapping[str, Sequence[TaskLine]], persons: Mapping[str, Sequence[str]]
) -> Elsewhere:
    files = [key, *(other for line in found[key] for other in line.awaits if other in found)]
    soonest = min(
        (line for file in files for line in found[file] if line.overdue_from),
        key=lambda line: (line.overdue_from, line.subject),
        default=None,
    )
    waits_for = tuple(dict.fromkeys(one for file in files for one in persons[file]))
    return Elsewhere(
        waits_for, soonest.due_on if soonest else None, soonest.overdue_from if soonest else None
    )
