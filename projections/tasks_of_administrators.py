"""Tasks that follow from no file: what administrators see to in the organisation itself."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from domain.people.state import Organisation
from domain.tasks.task import Kind, Task
from eventstore.pool import Connection
from eventstore.queries import load_queries

_STOPPED = load_queries(Path(__file__).with_name("tasks.sql"))["stopped"]
_KINDS: frozenset[Kind] = frozenset({"twins", "webhook-stopped"})


async def tasks_of_administrators(
    connection: Connection, organisation: str, people: Organisation, now: datetime, kind: str | None
) -> Sequence[Task]:
    """People registered twice, and other systems that are told nothing any more; of a kind (None: any)."""
    from domain.tasks.twins import tasks_of_twins  # noqa: PLC0415 - who only looks something up rules on nothing
    from domain.tasks.webhooks import task_of_stopped  # noqa: PLC0415

    if kind is not None and kind not in _KINDS:
        return ()
    rows = await connection.fetch(_STOPPED, organisation)
    stopped = (
        task_of_stopped(people, row["id"], urlsplit(row["url"]).hostname or "", row["stopped_at"], now)
        for row in rows
    )
    return [one for one in (*tasks_of_twins(people, now), *stopped) if kind in (None, one.kind)]
