"""The people of an organisation and the roles they hold: for those who hold one; administrators change them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.values import Role
from domain.tasks.twins import tasks_of_twins
from language import say
from queries.offers import offers_on
from queries.people import HeldRole, KnownAddress, KnownPerson, People, list_people
from queries.visit import Visit, reached
from web.page import page
from web.personal import note_addresses
from web.visiting import Visiting
from wording import headings
from wording.commands import COMMANDS
from wording.pages import people as words
from wording.regions import region_words
from wording.roles import ROLES

router = APIRouter()
_OF_THE_PAGE = ("RegisterPerson", "GrantRole", "RevokeRole", "ChangePerson")
"""What may be done about people; of those whose it is, the form says for whom something lacks."""


@dataclass(frozen=True, slots=True)
class RoleShown:
    """A role in words, and the grant that gave it."""

    grant: str
    name: str
    where: str
    days: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """Somebody with their roles; ``same_as``: under which other name they are registered too."""

    key: str
    name: str
    roles: Sequence[RoleShown]
    address: KnownAddress | None
    same_as: str | None


@router.get("/o/{organisation}/personnes")
async def people(request: Request, visit: Visiting) -> Response:
    """Everybody, in the order of registration; who is registered twice first."""
    found = await list_people(visit)
    async with reached():
        offers = await offers_on(visit, ORGANISATION_STREAM, _OF_THE_PAGE)
    if found.with_addresses:
        await note_addresses(request, visit)
    theirs = [one.command for one in offers if one.state != "not-yours"]
    return page(
        request,
        "people/people.html",
        words=words,
        commands=COMMANDS,
        shown=[_shown(visit, one, found) for one in found.people],
        with_addresses=found.with_addresses,
        twins=list(_twins(visit, found)) if found.with_addresses else [],
        may=theirs,
    )


def _shown(visit: Visit, one: KnownPerson, found: People) -> PersonShown:
    first = one.address.same_person_as if one.address else None
    return PersonShown(
        key=one.person,
        name=_name(one.person, found.names),
        roles=[_role(visit, held) for held in one.roles],
        address=one.address,
        same_as=_name(first, found.names) if first else None,
    )


def _role(visit: Visit, held: HeldRole) -> RoleShown:
    grant = visit.people.grants[held.grant]
    where = region_words(held.region, visit.people.regions) if held.region else words.EVERYWHERE
    return RoleShown(
        held.grant, say(ROLES[Role(held.role)]), say(where), words.days(grant.since, grant.until)
    )


def _twins(visit: Visit, found: People) -> Iterator[str]:
    """Those about whom it has not been said whether they are one person or two."""
    for task in tasks_of_twins(visit.people, visit.now):
        first, second = task.subject.split()
        yield words.both(_name(first, found.names), _name(second, found.names))


def _name(person: str, names: Mapping[str, str]) -> str:
    return names.get(person) or say(headings.ERASED)
