"""Tasks: what waits for whom, since when. Rows say from when a task shows, so they need no clock."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from domain.bank.state import Account
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ids import account_stream, funding_stream, review_stream
from domain.kernel.text import Bilingual
from domain.kernel.values import Role
from domain.people.roles import holds_now
from domain.reviews.conflicts import Conflict
from domain.reviews.state import Review
from domain.tasks.addressees import Addressed, addressed
from domain.tasks.bank import tasks_of_account
from domain.tasks.cooperations import tasks_of_cooperation
from domain.tasks.files import messages_in_doubt
from domain.tasks.fundings import tasks_of_funding
from domain.tasks.reviews import tasks_of_review
from domain.tasks.task import Task, TaskLine
from domain.tasks.twins import tasks_of_twins
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.conflicts import read_conflicts
from projections.model import Batch, Change, ReadModel, written
from projections.people import read_people

_QUERIES = load_queries(Path(__file__).with_name("tasks.sql"))
_COLUMNS = tuple(TaskLine.model_fields)
_WITH_REVIEWS = (review_stream(""), funding_stream(""))


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
        yield from tasks_of_account(account, batch.own_zone)


TASKS = ReadModel("tasks", ("tasks",), _changes)


async def read_tasks(
    connection: Connection,
    organisation: str,
    person: str | None,
    now: datetime,
    twins: Mapping[str, str],
) -> tuple[Task, ...]:
    """What has been waiting at ``now`` for a person, or for anybody (None), longest first.

    ``twins`` are ids of one person (``Organisation.twins``), whom read models do not know.
    """
    people = replace(await read_people(connection, organisation), twins=twins)
    held = [
        grant.role
        for grant in people.grants.values()
        if grant.person == person and holds_now(people, grant, now)
    ]
    asked = None if Role.ADMINISTRATOR in held else person
    rows = await connection.fetch(_QUERIES["tasks"], organisation, now, asked, held)
    lines = [TaskLine.model_validate(dict(row), strict=False) for row in rows]
    beside = {one.file for one in lines if one.file.startswith(_WITH_REVIEWS)}
    told = await read_conflicts(connection, organisation, beside, now)
    conflicts = {about: tuple(one.conflict for one in found) for about, found in told.items()}
    questions = {one.conflict: one.question for found in told.values() for one in found}
    judged = [(line, addressed(line, conflicts.get(line.file, ()), people, now)) for line in lines]
    found: dict[tuple[str, ...], Task] = {}
    for task in (
        *(_task(line, whom, now) for line, whom in judged),
        *(_to_declare(one, questions[one], line) for line, whom in judged for one in whom.undeclared),
        *tasks_of_twins(people, now),
    ):
        if person is None or person in task.waits_for:
            found.setdefault(_identity(task), task)
    return tuple(sorted(found.values(), key=lambda one: one.since))


def _task(line: TaskLine, whom: Addressed, now: datetime) -> Task:
    overdue = line.overdue_from is not None and line.overdue_from <= now
    return Task(**dict(line), overdue=overdue, waits_for=whom.waits_for, stranded=whom.stranded)


def _to_declare(undeclared: Conflict, question: Bilingual, line: TaskLine) -> Task:
    """What stands in the way of a task for somebody who has not declared interests."""
    person = undeclared.person
    return Task(
        file=undeclared.review,
        kind="interests",
        subject=person,
        name_fr=question[0],
        name_en=question[1],
        since=line.since,
        zone=line.zone,
        region=line.region,
        persons=(person,),
        overdue=False,
        waits_for=(person,),
    )


def _identity(task: Task) -> tuple[str, ...]:
    """What makes it the same task: interests are declared once, whatever they stand in the way of."""
    whom = () if task.kind == "interests" else (*task.roles, *task.persons)
    return (task.file, task.kind, task.subject, *whom)
