"""Who may be meant by a task, in a form that the database compares: a row says whom, a reader says who they are.

An entry is a person; a role with where it is held (``role@occitanie``, ``role@*`` for all regions, the role alone for
wherever); or, after a person, such a role that they are to hold. What is compared lets nobody through in vain but for
conflicts and days, which the domain judges.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from domain.people.roles import in_force
from domain.people.state import Grant, Organisation
from domain.tasks.task import EVERYWHERE, TaskLine


def needs_of(line: TaskLine) -> tuple[str, ...]:
    """Whom a task may wait for."""
    roles = tuple(key for role in line.roles for key in _where(role, line.region))
    if not line.persons:
        return roles
    return tuple(f"{one} {role}" for one in line.persons for role in roles) if roles else line.persons


def _where(role: str, region: str | None) -> tuple[str, ...]:
    """The ways of holding a role that count for a region."""
    if region is None:
        return (role,)
    return tuple(dict.fromkeys((f"{role}@{region}", f"{role}@{EVERYWHERE}")))


def met_by(people: Organisation, person: str, now: datetime) -> list[str]:
    """What somebody is at ``now``."""
    grants = [one for one in people.grants.values() if one.person == person]
    held = _held(people, grants, now)
    return [person, *held, *(f"{person} {one}" for one in held)]


def met_by_anybody(people: Organisation, now: datetime) -> list[str]:
    """What anybody is at ``now``, those included who hold no role."""
    held = {one: _held(people, [one], now) for one in people.grants.values()}
    mine = (f"{grant.person} {key}" for grant, keys in held.items() for key in keys)
    return list(dict.fromkeys((*people.people, *(key for keys in held.values() for key in keys), *mine)))


def _held(people: Organisation, grants: Iterable[Grant], now: datetime) -> list[str]:
    """The roles of grants that hold by the days of any region: which region's count, each task says."""
    zones = {*(people.zone_of(region) for region in people.zones), people.zone_of(None)}
    there = [one for one in grants if any(in_force(one, now, zone) for zone in zones)]
    return list(dict.fromkeys(key for one in there for key in _keys(one)))


def _keys(grant: Grant) -> Iterator[str]:
    yield grant.role.value
    yield f"{grant.role}@{grant.region or EVERYWHERE}"
