"""In which cooperations a decision waits for somebody: while it does, they read what it is about (ADR 0049)."""

from collections.abc import Iterable, Mapping, Sequence

from domain.people.now import RolesNow
from domain.reviews.conflicts import Conflict
from domain.tasks.addressees import addressed
from domain.tasks.task import Kind, TaskLine

DECISIONS: frozenset[Kind] = frozenset(
    {"decision", "amendment", "approval", "abandonment", "gate-item", "gate-complete"}
)
"""Kinds of tasks that a rulebook may give to a role that reads nothing of a file by itself."""


def waits_for_decision_of(person: str, line: TaskLine, told: Sequence[Conflict], roles: RolesNow) -> bool:
    """Whether a task is a decision that waits for somebody: nobody in a conflict about it, nor whoever asked for it.

    ``told``: the conflicts about its request.
    """
    return line.kind in DECISIONS and person in addressed(line, told, roles).waits_for


def decides_in(
    person: str,
    lines: Iterable[tuple[TaskLine, str]],
    told: Mapping[str, Sequence[Conflict]],
    roles: RolesNow,
) -> frozenset[str]:
    """The cooperations in which such a task waits, by id. ``lines``: tasks, each with the id of its cooperation.

    ``told``: the conflicts, by the file of a task.
    """
    return frozenset(
        cooperation
        for line, cooperation in lines
        if waits_for_decision_of(person, line, told.get(line.file, ()), roles)
    )
