"""Whom one may look around as in a simulation: its people with the roles that they hold, and who is shown first."""

from collections import Counter
from dataclasses import dataclass

from domain.kernel.values import Role
from domain.people.roles import holds_now
from language import say
from projections.portfolio_pages import PortfolioFilter
from queries.lists import Part
from queries.portfolio import list_portfolio
from queries.portfolio_choices import region_name
from queries.visit import Visit, introduced, reached
from wording.pages.demonstration import EVERYWHERE
from wording.values import word

_LOOKED_AT = 200
"""How many cooperations are counted for whoever is shown first."""


@dataclass(frozen=True, slots=True)
class Inhabitant:
    """Somebody of a simulation. ``roles`` are sentences: each role, and where it is held."""

    person: str
    name: str
    roles: tuple[str, ...]


async def inhabitants(visit: Visit) -> list[Inhabitant]:
    """Those who hold a role at present, in the order of registration. Raises Failure."""
    async with reached():
        names = await visit.names()
    everybody = (Inhabitant(one, names.get(one, ""), roles_said(visit, one)) for one in visit.people.people)
    return [one for one in everybody if one.roles and one.name]


async def shown_first(visit: Visit) -> str | None:
    """The programme manager in charge of most cooperations, of several the one registered first; None: there is none.

    Raises Failure.
    """
    managers = _holding(visit, Role.PROGRAMME_MANAGER)
    administrators = _holding(visit, Role.ADMINISTRATOR)
    if not managers or not administrators:
        return next(iter(managers), None)
    async with reached():
        looking = await introduced(visit.service, visit.organisation, administrators[0])
    found = await list_portfolio(looking, PortfolioFilter(), Part(limit=_LOOKED_AT))
    files = Counter(manager for line in found.rows for manager in line.managers)
    return max(managers, key=lambda one: files[one])


def _holding(visit: Visit, role: Role) -> list[str]:
    now = [one for one in visit.people.grants.values() if holds_now(visit.people, one, visit.now)]
    holders = {one.person for one in now if one.role is role}
    return [one for one in visit.people.people if one in holders]


def roles_said(visit: Visit, person: str) -> tuple[str, ...]:
    """Each role that somebody holds at present, and where: *élu·e (Occitanie)*."""
    return tuple(
        f"{word(grant.role.value, 'role')} ({say(region_name(visit, grant.region) if grant.region else EVERYWHERE)})"
        for grant in visit.people.grants.values()
        if grant.person == person and holds_now(visit.people, grant, visit.now)
    )
