"""Tasks: what waits for whom, since when. Rows say from when a task shows, so they need no clock."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from domain.directory import holders, in_force
from domain.envelopes.state import Account
from domain.fundings.state import Funding
from domain.ids import account_stream
from domain.kept import KeptFile
from domain.reviews.state import Review
from domain.state import Cooperation, Organisation
from domain.values import Role
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import Batch, Change, ReadModel, written
from projections.people import read_people
from projections.task_line import Task, TaskLine
from projections.tasks_of_accounts import tasks_of_account
from projections.tasks_of_cooperations import tasks_of_cooperation
from projections.tasks_of_files import messages_in_doubt
from projections.tasks_of_fundings import tasks_of_funding
from projections.tasks_of_reviews import tasks_of_review

_QUERIES = load_queries(Path(__file__).with_name("tasks.sql"))
_COLUMNS = tuple(TaskLine.model_fields)


def _changes(batch: Batch) -> Sequence[Change]:
    keys = (*batch.files, *(account_stream(one.id) for one in batch.of(Account)))
    rows = [written(line, _COLUMNS) for line in _lines(batch)]
    return [Change("tasks", _COLUMNS, rows, _QUERIES["forget"], keys)] if keys else []


def _lines(batch: Batch) -> Iterator[TaskLine]:
    for cooperation in batch.views(Cooperation):
        yield from tasks_of_cooperation(cooperation)
    for review in batch.views(Review):
        yield from tasks_of_review(review)
    for funding in batch.views(Funding):
        yield from tasks_of_funding(funding)
    for file in batch.views(KeptFile):
        yield from messages_in_doubt(file)
    for account in batch.of(Account):
        yield from tasks_of_account(account)


TASKS = ReadModel("tasks", ("tasks",), _changes)


async def read_tasks(
    connection: Connection, organisation: str, person: str | None, now: datetime
) -> tuple[Task, ...]:
    """What has been waiting at ``now`` for a person, or for anybody (None), longest first."""
    people = await read_people(connection, organisation)
    held = [grant.role for grant in people.grants.values() if grant.person == person and in_force(grant, now)]
    found: list[Task] = []
    for row in await connection.fetch(_QUERIES["tasks"], organisation, now, person, held):
        named = dict.fromkeys(row["persons"])
        for role in row["roles"]:
            named.update(dict.fromkeys(_holders(people, Role(role), row["region"], now)))
        waits_for = tuple(one for one in named if one not in row["except_for"])
        if person is None or person in waits_for:
            overdue = row["overdue_from"] is not None and row["overdue_from"] <= now
            task = {**row, "overdue": overdue, "waits_for": waits_for}
            found.append(Task.model_validate(task, strict=False))
    return tuple(found)


def _holders(people: Organisation, role: Role, region: str | None, now: datetime) -> tuple[str, ...]:
    """Who holds a role for a region at an instant; anywhere, if there is none."""
    if region is not None:
        return holders(people, role, region, now)
    grants = people.grants.values()
    return tuple(one.person for one in grants if one.role is role and in_force(one, now))
