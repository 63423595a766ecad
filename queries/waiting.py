"""What waits for somebody, by how soon it is due: the first page of an organisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from domain.kernel.moments import day_of
from domain.kernel.values import Role
from domain.people.roles import roles_anywhere
from domain.tasks.task import Kind, Task
from projections.agenda import AgendaCursor, AgendaFilter, AgendaLine
from projections.pages import LONG_PAGE
from projections.tasks import TaskCursor
from queries.lists import Part
from queries.tasks import Tasks, list_tasks
from queries.visit import Visit, reached

Span = Literal["overdue", "week", "later", "undated"]
SPANS: tuple[Span, ...] = ("overdue", "week", "later", "undated")
_SEE_OTHERS = frozenset({Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER})
"""Roles whose holders may look at what waits for others, too."""
_A_WEEK = timedelta(days=7)
_FAR = timedelta(days=3660)


class WaitingFilter(NamedTuple):
    """Which tasks are wanted; None wants any. ``others``: of what waits for others, too."""

    kind: str | None = None
    programme: str | None = None
    region: str | None = None
    others: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, by how soon it is due, the soonest first; within a span that has waited longest first."""

    spans: Mapping[Span, Sequence[Task]]
    names: Mapping[str, str]
    """What people are called, by id."""
    more: bool
    """Whether more waits than is told."""
    behind: int
    today: date
    """Where the organisation lives."""
    sees_others: bool
    """Whether they may look at what waits for others."""
    upcoming: AgendaLine | None
    """The next deadline that has not come yet, of files in their charge."""

    @property
    def total(self) -> int:
        """How many things wait."""
        return sum(map(len, self.spans.values()))

    @property
    def kinds(self) -> Sequence[Kind]:
        """Of which kinds they are."""
        return list(dict.fromkeys(one.kind for span in self.spans.values() for one in span))


async def what_waits(visit: Visit, where: WaitingFilter) -> Waiting:
    """What waits for the person, and for others where they may see that and want it. Raises Failure."""
    found = await _tasks(visit, where, Part(limit=LONG_PAGE))
    today = day_of(visit.now, visit.zone)
    spans: dict[Span, list[Task]] = {one: [] for one in SPANS}
    for task in sorted(found.rows, key=lambda one: (one.due_on or date.max, one.since)):
        spans[_span(task, today)].append(task)
    return Waiting(
        spans=spans,
        names=found.names,
        more=found.after is not None,
        behind=found.behind,
        today=today,
        sees_others=_sees_others(visit),
        upcoming=await _upcoming(visit),
    )


async def all_that_waits(visit: Visit, where: WaitingFilter) -> Tasks:
    """The same, however much it is, as one list: the soonest due first. Raises Failure."""
    found = await _tasks(visit, where, None)
    rows = sorted(found.rows, key=lambda one: (one.due_on or date.max, one.since))
    return Tasks(rows, None, found.behind, found.names)


async def _tasks(visit: Visit, where: WaitingFilter, part: Part[TaskCursor] | None) -> Tasks:
    return await list_tasks(
        visit,
        everybody=where.others and _sees_others(visit),
        part=part,
        kind=where.kind,
        programme=where.programme,
        region=where.region,
    )


def _sees_others(visit: Visit) -> bool:
    return bool(roles_anywhere(visit.people, visit.person, visit.now) & _SEE_OTHERS)


def _span(task: Task, today: date) -> Span:
    if task.overdue:
        return "overdue"
    if task.due_on is None:
        return "undated"
    return "week" if task.due_on < today + _A_WEEK else "later"


async def _upcoming(visit: Visit) -> AgendaLine | None:
    where = AgendaFilter(visit.now + _FAR, visit.now, in_charge=visit.person)
    async with reached():
        models, place = visit.service.read_models, AgendaCursor(visit.now, "", "")
        page = await models.agenda(visit.organisation, visit.scope, where, place, 1)
    return page.rows[0] if page.rows else None
