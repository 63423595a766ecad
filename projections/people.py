"""People and their roles: ids, places in the vault, grants, time zones; never a name or an address."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from domain.kernel.event import Event
from domain.kernel.prose import Prose
from domain.kernel.values import Language, Role
from domain.people.events import (
    OrganisationFounded,
    PersonChanged,
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
    RulebookPublished,
)
from domain.people.state import Grant, Organisation, Person
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import Batch, Change, ReadModel, Row

_QUERIES = load_queries(Path(__file__).with_name("people.sql"))
_PEOPLE = ("person", "name", "email", "language")
_ZONES = ("region", "zone")
_OWN = "*"
_GRANTS = ("id", "person", "role", "region", "since", "until", "revoked_at", "number")


def _changes(batch: Batch) -> Sequence[Change]:
    if batch.people is None:
        return ()
    events = [recorded.event for recorded in batch.events]
    people = _once(event.person for event in events if isinstance(event, PersonRegistered | PersonChanged))
    grants = _once(event.grant for event in events if isinstance(event, RoleGranted | RoleRevoked))
    zones = _zones(batch.people, events)
    numbers = {key: number for number, key in enumerate(batch.people.grants, start=1)}
    return (
        Change(
            "people",
            _PEOPLE,
            [_person_row(batch.people.people[key]) for key in people],
            _QUERIES["forget_people"],
            people,
        ),
        Change(
            "grants",
            _GRANTS,
            [(*_grant_row(batch.people.grants[key]), numbers[key]) for key in grants],
            _QUERIES["forget_grants"],
            grants,
        ),
        Change("zones", _ZONES, list(zones.items()), _QUERIES["forget_zones"], tuple(zones)),
    )


def _zones(people: Organisation, events: Iterable[Event]) -> Mapping[str, str]:
    """The time zones of regions, and under ``*`` the organisation's own, where something said which."""
    if not any(isinstance(event, OrganisationFounded | RulebookPublished) for event in events):
        return {}
    return {region or _OWN: zone for region, zone in people.zones.items()}


def _once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _person_row(person: Person) -> Row:
    return (person.id, person.name.vault, person.email.vault, person.language)


def _grant_row(grant: Grant) -> Row:
    return (grant.id, grant.person, grant.role, grant.region, grant.since, grant.until, grant.revoked_at)


PEOPLE = ReadModel("people", ("people", "grants", "zones"), _changes)


async def read_people(connection: Connection, organisation: str) -> Organisation:
    """The people and their grants, as the domain folds them; names are references to the vault."""
    people = await connection.fetch(_QUERIES["people"], organisation)
    grants = await connection.fetch(_QUERIES["grants"], organisation)
    zones = await connection.fetch(_QUERIES["zones"], organisation)
    return Organisation(
        zones={None if row["region"] == _OWN else row["region"]: row["zone"] for row in zones},
        people={
            row["person"]: Person(
                row["person"], Prose(vault=row["name"]), Prose(vault=row["email"]), Language(row["language"])
            )
            for row in people
        },
        grants={
            row["id"]: Grant(
                row["id"],
                row["person"],
                Role(row["role"]),
                row["region"],
                row["since"],
                row["until"],
                row["revoked_at"],
            )
            for row in grants
        },
    )
