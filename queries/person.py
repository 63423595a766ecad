"""Somebody as those see them who hold a role: roles with their days, files in their charge, what waits for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.kernel.ids import ORGANISATION_STREAM
from domain.people.roles import holds_now
from domain.people.state import Grant
from language import Text
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import PortfolioFilter
from queries.lists import Part, listed
from queries.offers import Offer, offer_of
from queries.people import KnownPerson, list_people
from queries.refused import Failure, FailureKind
from queries.tasks import Tasks, list_tasks
from queries.visit import Visit, reached
from wording import remedies

MOST_FILES, MOST_TASKS = 50, 200
"""How many of them are told; a list has the rest."""


@dataclass(frozen=True, slots=True)
class HeldGrant:
    """A role that was given; ``holds``: at present; ``takes_back``: whether the asker may end it."""

    grant: Grant
    holds: bool
    takes_back: Offer | None


@dataclass(frozen=True, slots=True)
class PersonInFull:
    """``files`` and ``tasks`` are of what the asker reads. ``acts``: what may be done about the person, and why not."""

    known: KnownPerson
    grants: Sequence[HeldGrant]
    files: Sequence[PortfolioLine]
    more_files: bool
    tasks: Tasks
    acts: Sequence[Offer]
    names: Mapping[str, str]
    with_addresses: bool


async def person_in_full(visit: Visit, person: str) -> PersonInFull:
    """Somebody who is registered. Raises Failure for nobody, and for want of a role."""
    everybody = await list_people(visit)
    known = next((one for one in everybody.people if one.person == person), None)
    if known is None:
        raise Failure(
            FailureKind.REFUSED,
            "unknown-person",
            Text("Aucune personne de cet identifiant.", "Nobody has that id."),
            remedies.ROLES_ARE_GIVEN,
        )
    files = await listed(
        visit,
        visit.service.read_models.portfolio,
        PortfolioFilter(in_charge=person, open=True),
        Part(limit=MOST_FILES),
    )
    tasks = await list_tasks(visit, of=person, part=Part(limit=MOST_TASKS))
    async with reached():
        acts = [await _about(visit, one, {"person": person}) for one in ("ChangePerson", "GrantRole")]
        grants = [await _held(visit, one) for one in visit.people.grants.values() if one.person == person]
    return PersonInFull(
        known,
        grants,
        files.rows,
        files.after is not None,
        tasks,
        [one for one in acts if one],
        everybody.names,
        everybody.with_addresses,
    )


async def _held(visit: Visit, grant: Grant) -> HeldGrant:
    holds = holds_now(visit.people, grant, visit.now)
    takes_back = await _about(visit, "RevokeRole", {"grant": grant.id}) if grant.revoked_at is None else None
    return HeldGrant(grant, holds, takes_back)


async def _about(visit: Visit, command: str, fields: Mapping[str, str]) -> Offer | None:
    return await offer_of(visit, ORGANISATION_STREAM, command, fields)
