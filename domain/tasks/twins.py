"""What waits about people who are registered more than once: that administrators say whether they are one or two."""

from collections.abc import Iterator
from datetime import datetime

from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.moments import start_of
from domain.kernel.values import Role
from domain.people.identity import person_behind
from domain.people.roles import holders, holds_now
from domain.people.state import Grant, Organisation
from domain.tasks.task import Offered, Task


def tasks_of_twins(people: Organisation, now: datetime) -> Iterator[Task]:
    """Each pair of ids with one address waits until they have two, or one of them has given up its roles.

    An id that never had a role waits too: it may be given one. The subject names both ids, the first registered first.
    """
    administrators, zone = holders(people, Role.ADMINISTRATOR, None, now), people.zone_of(None)
    for twin in people.twins:
        first = person_behind(people, twin)
        if _gave_up(people, twin, now) or _gave_up(people, first, now):
            continue
        since = [one.since for key in (first, twin) for one in _grants(people, key)]
        yield Task(
            file=ORGANISATION_STREAM,
            kind="twins",
            subject=f"{first} {twin}",
            since=min(now, start_of(max(since), zone)) if since else now,
            zone=zone.key,
            region=None,
            roles=(Role.ADMINISTRATOR,),
            overdue=False,
            waits_for=administrators,
            offers=(Offered(command="ChangePerson"),),
        )


def _gave_up(people: Organisation, person: str, now: datetime) -> bool:
    grants = _grants(people, person)
    return bool(grants) and not any(holds_now(people, one, now) for one in grants)


def _grants(people: Organisation, person: str) -> list[Grant]:
    return [one for one in people.grants.values() if one.person == person]
