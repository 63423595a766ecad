"""What waits for somebody, or for anybody, in the files that they may read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.tasks.task import Task
from projections.tasks import TaskCursor, TaskFilter
from queries.lists import Listed, Part, listed
from queries.visit import Visit, reached


@dataclass(frozen=True, slots=True)
class Tasks(Listed[Task, TaskCursor]):
    """Tasks, those that wait longest first. ``names`` are those of the people they speak of, by id."""

    names: Mapping[str, str]


async def list_tasks(visit: Visit, *, everybody: bool = False, part: Part[TaskCursor] | None = None) -> Tasks:
    """What waits for the person; with ``everybody``, for anybody. Raises Failure."""
    where = TaskFilter(visit.now, None if everybody else visit.person, visit.people.twins)
    found = await listed(visit, visit.service.read_models.tasks, where, part)
    async with reached():
        names = await visit.names(set(_people(found.rows)))
    return Tasks(found.rows, found.after, found.behind, names)


def _people(tasks: Sequence[Task]) -> Iterator[str]:
    """Whom tasks speak of: for whom they wait, and whom they are about."""
    for one in tasks:
        yield from one.waits_for
        yield from one.subject.split()
        yield one.subject.partition("/")[0]
