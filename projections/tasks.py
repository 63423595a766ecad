"""Tasks: what waits for whom, since when. Rows say from when a task shows, so they need no clock."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from domain.bank.state import Account
from domain.files.file import KeptFile
from domain.kernel.ids import account_stream, funding_stream, id_of, review_stream
from domain.kernel.text import Bilingual
from domain.kernel.values import Role
from domain.people.now import RolesNow
from domain.people.state import Organisation
from domain.registry.reading_scope import ReadingScope
from domain.reviews.conflicts import Conflict
from domain.reviews.reading import involved_in
from domain.reviews.state import Review
from domain.tasks.task import Offered, Task, TaskLine
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.about import about
from projections.awaited import Elsewhere, read_elsewhere
from projections.conflicts import Told, closing, read_conflicts
from projections.model import Batch, Change, ReadModel, Row, written
from projections.needs import met_by, met_by_anybody, needs_of
from projections.pages import Page, by_file, page_of
from projections.people import read_people
from projections.task_rows import StoredTask
from projections.tasks_of_administrators import tasks_of_administrators

if TYPE_CHECKING:
    from domain.tasks.addressees import Addressed

_QUERIES = load_queries(Path(__file__).with_name("tasks.sql"))
_PAGE, _NUMBER = (
    closing(_QUERIES[one].replace(":may_read", _QUERIES["may_read"]), at)
    for one, at in (("page", "$20"), ("number", "$10"))
)
_COLUMNS = tuple(TaskLine.model_fields)
_BESIDE = ("file_region", "involved", "programme", "cooperation", "file_name", "needs")
"""Who may read of it, which cooperation it is about, and whom it may wait for."""
_SHOWN = (*_COLUMNS, "cooperation", "file_name")
_WITH_REVIEWS = (review_stream(""), funding_stream(""))


def _changes(batch: Batch) -> Sequence[Change]:
    keys = (*batch.files, *(account_stream(one.id) for one in batch.of(Account)))
    rows = [(*written(line, _COLUMNS, ("offers",)), *beside) for line, beside in _lines(batch)]
    return [Change("tasks", (*_COLUMNS, *_BESIDE), rows, _QUERIES["forget"], keys)] if keys else []


def _lines(batch: Batch) -> Iterator[tuple[TaskLine, Row]]:
    """What waits, and what stands beside it."""
    from domain.tasks.any_file import tasks_of  # noqa: PLC0415 - who only looks something up folds nothing
    from domain.tasks.bank import tasks_of_account  # noqa: PLC0415

    for view in batch.views(KeptFile):
        readers = (view.file.region, involved_in(view.file) if isinstance(view.file, Review) else ())
        for line in tasks_of(view):
            yield line, (*readers, *about(view.file), needs_of(line))
    for account in batch.of(Account):
        for line in tasks_of_account(account, batch.own_zone):
            yield line, ("", (), "", "", "", needs_of(line))


TASKS = ReadModel("tasks", ("tasks",), _changes)


class TaskFilter(NamedTuple):
    """Which tasks are wanted: what has been waiting at ``now`` for a person, or for anybody (None).

    ``people`` are those of the organisation with the roles that they hold; None: as the read models know them.
    """

    now: datetime
    person: str | None = None
    people: Organisation | None = None
    kind: str | None = None
    programme: str | None = None
    region: str | None = None
    """Where the file lives."""


class TaskCursor(NamedTuple):
    """The row after which a page begins, and the interests that waited on the pages before: each is listed once."""

    since: datetime
    file: str
    kind: str
    subject: str
    roles: tuple[str, ...]
    persons: tuple[str, ...]
    interests: frozenset[tuple[str, ...]] = frozenset()


_Between = tuple[TaskCursor | None, TaskCursor | None]
"""The rows after which a page begins and ends."""


class _Read(StoredTask):
    """A row, and whether the reader may be shown it, not only what stands in its way."""

    readable: bool


_BEGINNING = (None, None, None, None, None, None)


async def read_tasks(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    where: TaskFilter,
    after: TaskCursor | None,
    limit: int,
) -> Page[Task, TaskCursor]:
    """What waits in what somebody may read, longest first.

    For whom it waits is ruled by the domain, not by the database: of the ``limit`` rows that may wait for the person
    those come that do, and what stands in their way. So a page may hold fewer tasks, or none, and yet not be the last.
    """
    from domain.tasks.addressees import addressed_all  # noqa: PLC0415 - knows all commands, which other lists do not need

    people = where.people or await read_people(connection, organisation)
    asked = (*by_file(scope), scope.bank_details, where.now, *_whose(people, where), *where[3:])
    place = after[:-1] if after else _BEGINNING
    deciding = sorted(scope.deciding)
    records = await connection.fetch(_PAGE, organisation, *asked, *place, limit + 1, deciding, scope.at)
    page = page_of(records, limit, _Read, _key)
    told = await _told_beside(connection, organisation, page.rows, where.now)
    conflicts = {about: tuple(one.conflict for one in found) for about, found in told.items()}
    questions = {one.conflict: one.question for found in told.values() for one in found}
    roles = RolesNow(people, where.now)
    judged = addressed_all(page.rows, conflicts, roles)
    elsewhere = await read_elsewhere(connection, organisation, page.rows, roles, where.now)
    lacking = [_to_declare(one, questions[one], line) for line, whom in judged for one in whom.undeclared]
    undeclared = await _undeclared(connection, organisation, scope, where, lacking)
    own: Sequence[Task] = ()
    if scope.organisation:
        own = await _of_administrators(connection, organisation, people, where, (after, page.after))
    listed = after.interests if after else frozenset()
    found: dict[tuple[str, ...], Task] = {}
    for task in (
        *(_task(line, whom, elsewhere, where.now) for line, whom in judged if line.readable),
        *undeclared,
        *own,
    ):
        wanted = where.person is None or where.person in task.waits_for
        if wanted and (identity := _identity(task)) not in listed:
            found.setdefault(identity, task)
    interests = listed | {identity for identity, task in found.items() if task.kind == "interests"}
    return Page(
        tuple(sorted(found.values(), key=lambda one: one.since)),
        page.after._replace(interests=interests) if page.after else None,
    )


async def count_tasks(
    connection: Connection, organisation: str, scope: ReadingScope, where: TaskFilter
) -> int:
    """How many tasks wait for the person of a question, as far as one statement can tell.

    What waits for administrators because nobody else can act, and what the rules know besides, only the list tells.
    """
    person = where.person or ""
    people = where.people or await read_people(connection, organisation)
    asked = (*by_file(scope), scope.bank_details, where.now, person, met_by(people, person, where.now))
    row = await connection.fetchrow(_NUMBER, organisation, *asked, sorted(scope.deciding), scope.at)
    return int(row["tasks"]) if row else 0


def _whose(people: Organisation, where: TaskFilter) -> tuple[list[str] | None, list[str] | None]:
    """Whom rows may mean that are looked at, None: anybody; for administrators also whom there is, else None.

    They see to what waits for nobody else.
    """
    if where.person is None:
        return None, None
    held = met_by(people, where.person, where.now)
    return held, met_by_anybody(people, where.now) if Role.ADMINISTRATOR.value in held else None


async def _told_beside(
    connection: Connection, organisation: str, lines: Sequence[TaskLine], now: datetime
) -> Mapping[str, tuple[Told, ...]]:
    """The conflicts about the requests that some of the lines are about."""
    beside = {one.file for one in lines if one.file.startswith(_WITH_REVIEWS)}
    return await read_conflicts(connection, organisation, beside, now) if beside else {}


async def _undeclared(
    connection: Connection, organisation: str, scope: ReadingScope, where: TaskFilter, lacking: Sequence[Task]
) -> Sequence[Task]:
    """Of interests that stand in the way of something, those that may be read of and have no row of their own."""
    if not lacking:
        return ()
    asked = (*by_file(scope), [one.file for one in lacking], [one.subject for one in lacking])
    at = (where.now, where.person, sorted(scope.deciding))
    rows = await connection.fetch(_QUERIES["undeclared"], organisation, *asked, *at)
    left = {(row["file"], row["subject"]) for row in rows}
    return [one for one in lacking if (one.file, one.subject) in left]


async def _of_administrators(
    connection: Connection, organisation: str, people: Organisation, where: TaskFilter, page: _Between
) -> Sequence[Task]:
    """What waits about the organisation itself and belongs on the page between two rows."""
    after, until = page
    if where.programme or where.region:
        return ()
    found = await tasks_of_administrators(connection, organisation, people, where.now, where.kind)
    return [
        one
        for one in found
        if (after is None or one.since >= after.since) and (until is None or one.since < until.since)
    ]


def _key(line: TaskLine) -> TaskCursor:
    return TaskCursor(line.since, line.file, line.kind, line.subject, line.roles, line.persons)


def _task(line: StoredTask, whom: "Addressed", elsewhere: Mapping[str, Elsewhere], now: datetime) -> Task:
    shown = {name: value for name, value in line if name in _SHOWN}
    waits_for, overdue_from = whom.waits_for, line.overdue_from
    for there in (elsewhere[key] for key in line.awaits):
        shown |= {"due_on": there.due_on, "overdue_from": there.overdue_from}
        waits_for, overdue_from = there.waits_for, there.overdue_from
    overdue = overdue_from is not None and overdue_from <= now
    return Task(**shown, overdue=overdue, waits_for=waits_for, stranded=whom.stranded)


def _to_declare(undeclared: Conflict, question: Bilingual, line: StoredTask) -> Task:
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
        cooperation=line.cooperation,
        file_name=line.file_name,
        persons=(person,),
        overdue=False,
        waits_for=(person,),
        offers=(Offered(command="DeclareInterests", fields={"review": id_of(undeclared.review)}),),
    )


def _identity(task: Task) -> tuple[str, ...]:
    """What makes it the same task: interests are declared once, whatever they stand in the way of."""
    whom = () if task.kind == "interests" else (*task.roles, *task.persons)
    return (task.file, task.kind, task.subject, *whom)
