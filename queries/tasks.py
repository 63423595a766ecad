"""What waits for somebody, or for anybody, in the files that they may read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.deadlines.act_clocks import occurrence_of
from domain.files.file import KeptFile
from domain.kernel.ids import stream_of
from domain.kernel.refusal import Refusal
from domain.tasks.task import Task
from projections.tasks import TaskCursor, TaskFilter
from queries.lists import Listed, Part, listed
from queries.naming import naming_of
from queries.visit import Visit, reached
from wording.refusals import explain


@dataclass(frozen=True, slots=True)
class Tasks(Listed[Task, TaskCursor]):
    """Tasks, those that wait longest first. ``names`` are those of the people they speak of, by id."""

    names: Mapping[str, str]


async def list_tasks(
    visit: Visit,
    *,
    everybody: bool = False,
    of: str | None = None,
    kind: str | None = None,
    programme: str | None = None,
    region: str | None = None,
    part: Part[TaskCursor] | None = None,
) -> Tasks:
    """What waits for the person; with ``everybody``, for anybody; ``of``: for somebody else. Raises Failure.

    None of the others: any.
    """
    whom = None if everybody else of or visit.person
    where = TaskFilter(visit.now, whom, visit.people, kind, programme, region)
    found = await listed(visit, visit.service.read_models.tasks, where, part)
    async with reached():
        names = await visit.names(set(_people(found.rows)))
        rows = await _with_reasons(visit, found.rows, names)
    return Tasks(rows, found.after, found.behind, names)


async def count_tasks(visit: Visit) -> int:
    """How many things wait for the person, as far as one statement can tell. Raises Failure."""
    where = TaskFilter(visit.now, visit.person, visit.people)
    async with reached():
        models = visit.service.read_models
        return await models.task_count(visit.organisation, visit.scope, where)


async def _with_reasons(visit: Visit, tasks: Sequence[Task], names: Mapping[str, str]) -> list[Task]:
    """What is to be done by hand, with the sentence of the refusal that the ledger has."""
    by_hand = {one.file: stream_of(one.file) for one in tasks if one.kind == "by-hand"}
    states = await visit.states(by_hand.values()) if by_hand else {}
    return [_with_reason(visit, one, states.get(by_hand.get(one.file, "")), names) for one in tasks]


def _with_reason(visit: Visit, task: Task, file: object, names: Mapping[str, str]) -> Task:
    if task.kind != "by-hand" or not isinstance(file, KeptFile):
        return task
    refused = file.acts.refused.get(occurrence_of(task.subject))
    if refused is None:
        return task
    why = explain(Refusal(refused.code, refused.params), naming_of(visit, file, names)).whole
    return task.model_copy(update={"why_fr": why[0], "why_en": why[1]})


def _people(tasks: Sequence[Task]) -> Iterator[str]:
    """Whom tasks speak of: for whom they wait, and whom they are about."""
    for one in tasks:
        yield from one.waits_for
        yield from one.subject.split()
        yield one.subject.partition("/")[0]
