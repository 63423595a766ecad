"""For whom a task waits at an instant: those who can act, nobody in a conflict; else administrators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.kernel.values import Role
from domain.people.identity import one_of, same_person
from domain.people.roles import holders, holds_now
from domain.people.state import Organisation
from domain.reviews.conflicts import Conflict, gravest
from domain.tasks.task import Kind, TaskLine

_OF_MEMBERS: frozenset[Kind] = frozenset({"interests", "opinion", "confirmation"})
"""What members owe, who declare interests first."""
_OF_MESSAGES: frozenset[Kind] = frozenset({"delivery-unknown", "delivery-failed"})
"""What becomes of a letter is not of the request."""
_JUDGING: frozenset[Kind] = frozenset(
    {"decision", "amendment", "approval", "payment-order", "payment", "refund", "conclusion"}
)
"""Deciding and paying, which who asked for the money does not."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom a task waits for; those who are to declare interests before it may; whether nobody else is left to act."""

    waits_for: tuple[str, ...]
    undeclared: tuple[Conflict, ...]
    stranded: bool


def addressed(line: TaskLine, told: Sequence[Conflict], people: Organisation, now: datetime) -> Addressed:
    """Whom a task waits for, given the conflicts ``told`` about its request."""
    named = dict.fromkeys(line.persons)
    for role in line.roles:
        named.update(dict.fromkeys(_holders(people, Role(role), line.region, now)))
    kept_from = {one: found for one in named if (found := _kept_from(one, line.kind, told, people))}
    able = tuple(one for one in named if not one_of(people, one, line.except_for) and one not in kept_from)
    undeclared = tuple(one for one in told if one in kept_from.values() and one.reason == "undeclared")
    if able or undeclared or not named:
        return Addressed(able, undeclared, stranded=False)
    administrators = _holders(people, Role.ADMINISTRATOR, line.region, now)
    left = tuple(one for one in administrators if _kept_from(one, line.kind, told, people) is None)
    return Addressed(left, undeclared, stranded=True)


def _kept_from(person: str, kind: Kind, told: Sequence[Conflict], people: Organisation) -> Conflict | None:
    if kind in _OF_MESSAGES:
        return None
    theirs = (one for one in told if same_person(people, person, one.person))
    found = gravest(theirs, judging=kind in _JUDGING)
    return None if found and kind in _OF_MEMBERS and found.reason == "undeclared" else found


def _holders(people: Organisation, role: Role, region: str | None, now: datetime) -> tuple[str, ...]:
    """Who holds a role for a region at an instant; anywhere, if there is none."""
    if region is not None:
        return holders(people, role, region, now)
    grants = people.grants.values()
    return tuple(one.person for one in grants if one.role is role and holds_now(people, one, now))
