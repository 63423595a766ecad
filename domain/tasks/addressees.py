"""For whom a task waits at an instant: those who can act, nobody in a conflict; else administrators."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from domain.fundings.commands.base import FundingCommand
from domain.kernel.values import Role
from domain.people.identity import one_of, same_person
from domain.people.now import RolesNow
from domain.reviews.commands import ReviewCommand
from domain.reviews.conflicts import Conflict, gravest
from domain.tasks.answers import command_of
from domain.tasks.task import Kind, TaskLine

ALine = TypeVar("ALine", bound=TaskLine)
_OF_A_SEAT: frozenset[Kind] = frozenset({"interests", "opinion", "confirmation"})
"""Kinds that wait for whoever has a seat on a panel, as long as they hold its role."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom a task waits for; those who are to declare interests before it may; whether nobody else is left to act."""

    waits_for: tuple[str, ...]
    undeclared: tuple[Conflict, ...]
    stranded: bool


def addressed_all(
    lines: Iterable[ALine], told: Mapping[str, Sequence[Conflict]], roles: RolesNow
) -> list[tuple[ALine, Addressed]]:
    """Whom each of some tasks waits for, given the conflicts ``told`` by file.

    A panel with seats of the region and of the whole organisation has a row for each: its task is not stranded while
    somebody is left in either. Of a seat that is vacant it waits that somebody else takes it, not for an answer.
    """
    judged = [
        (line, addressed(line, told.get(line.file, ()), roles)) for line in lines if stands(line, roles)
    ]
    seen_to = {
        _task(line) for line, whom in judged if not whom.stranded and (whom.waits_for or whom.undeclared)
    }
    return [(line, whom) for line, whom in judged if not whom.stranded or _task(line) not in seen_to]


def stands(line: TaskLine, roles: RolesNow) -> bool:
    """Whether it waits as people's roles are now: an answer while its seat is held, a seat while it is not."""
    if line.kind in _OF_A_SEAT:
        return bool(_named(line, roles))
    if not line.unless_holds:
        return True
    person, role, *region = line.unless_holds
    return Role(role) not in roles.of(person, region[0] if region else None)


def _task(line: TaskLine) -> tuple[str, str, str]:
    return line.file, line.kind, line.subject


def addressed(line: TaskLine, told: Sequence[Conflict], roles: RolesNow) -> Addressed:
    """Whom a task waits for, given the conflicts ``told`` about its request: of those whom it names, who may do it."""
    named = _named(line, roles)
    kept_from = {one: found for one in named if (found := _kept_from(one, line.kind, told, roles))}
    able = tuple(
        one for one in named if not one_of(roles.people, one, line.except_for) and one not in kept_from
    )
    undeclared = tuple(one for one in told if one in kept_from.values() and one.reason == "undeclared")
    if able or undeclared or not (named or line.persons):
        return Addressed(able, undeclared, stranded=False)
    administrators = roles.holders(Role.ADMINISTRATOR, line.region)
    left = tuple(one for one in administrators if _kept_from(one, line.kind, told, roles) is None)
    return Addressed(left, undeclared, stranded=True)


def _named(line: TaskLine, roles: RolesNow) -> tuple[str, ...]:
    """The persons whom it names, as far as they hold one of its roles; all who hold one, where it names nobody."""
    if line.persons:
        return tuple(
            one
            for one in line.persons
            if not line.roles or roles.of(one, line.region).intersection(line.roles)
        )
    found = (one for role in line.roles for one in roles.holders(Role(role), line.region))
    return tuple(dict.fromkeys(found))


def _kept_from(person: str, kind: Kind, told: Sequence[Conflict], roles: RolesNow) -> Conflict | None:
    """What keeps somebody from what answers such a task, as it keeps them from giving the command."""
    command, judging, own = command_of(kind), False, False
    if command:
        judging = issubclass(command, ReviewCommand | FundingCommand) and command.judges
        own = issubclass(command, ReviewCommand) and command.for_oneself
    theirs = (one for one in told if same_person(roles.people, person, one.person))
    found = gravest(theirs, judging=judging)
    return None if found and own and found.reason == "undeclared" else found
