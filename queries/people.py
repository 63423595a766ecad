"""The people known to an organisation, with the roles that they hold; their addresses for administrators."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from domain.kernel.address import mailbox_of
from domain.kernel.prose import legible
from domain.kernel.text import Bilingual
from domain.kernel.values import Role
from domain.people.identity import person_behind
from domain.people.roles import holds_now, roles_anywhere
from queries.visit import Visit, reached
from wording.altered import in_place_of


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role that somebody holds at present, and the grant that gave it; everywhere, if there is no region."""

    role: str
    region: str | None
    grant: str


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """An address, as administrators see it."""

    address: str | None
    """None where it was erased."""
    address_works: bool
    """Whether mail can be sent there."""
    same_person_as: str | None
    """The id that had this address first, if that is another."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who is registered."""

    person: str
    name: str | None
    """None where it was erased."""
    roles: Sequence[HeldRole]
    address: KnownAddress | None
    """None where it is not for the asker."""

    def as_json(self) -> dict[str, Any]:
        """Without an address that is not for the asker."""
        told = {"person": self.person, "name": self.name, "roles": [asdict(one) for one in self.roles]}
        return told | (asdict(self.address) if self.address else {})


@dataclass(frozen=True, slots=True)
class People:
    """Everybody, in the order of registration; ``with_addresses`` for administrators."""

    people: Sequence[KnownPerson]
    with_addresses: bool
    names: Mapping[str, str]
    regions: Mapping[str, Bilingual]
    """What the organisation calls its regions."""


async def list_people(visit: Visit) -> People:
    """The people known here with the roles they hold at present. Raises Failure for want of a role."""
    visit.needs_a_role()
    administers = Role.ADMINISTRATOR in roles_anywhere(visit.people, visit.person, visit.now)
    async with reached():
        names = await visit.names()
        addresses = await _addresses(visit) if administers else {}
    shown = [
        KnownPerson(one, names.get(one), _roles(visit, one), addresses.get(one))
        for one in visit.people.people
    ]
    return People(shown, administers, names, visit.people.regions)


def _roles(visit: Visit, person: str) -> Sequence[HeldRole]:
    return [
        HeldRole(grant.role.value, grant.region, grant.id)
        for grant in visit.people.grants.values()
        if grant.person == person and holds_now(visit.people, grant, visit.now)
    ]


async def _addresses(visit: Visit) -> Mapping[str, KnownAddress]:
    """Everybody's, by person."""
    places = {one.id: one.email.vault for one in visit.people.people.values() if one.email.vault}
    texts = await visit.texts(places.values())
    found = {}
    for key in visit.people.people:
        text = texts.get(places.get(key, ""))
        first = person_behind(visit.people, key)
        found[key] = KnownAddress(
            address=None if text is None else in_place_of(text),
            address_works=mailbox_of(legible(text)) is not None,
            same_person_as=None if first == key else first,
        )
    return found
