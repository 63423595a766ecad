"""Somebody: their roles, the files in their charge, what waits for them, and how they sign in, for administrators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.kernel.moments import day_of
from domain.kernel.values import Role
from domain.tasks.task import Task
from language import say
from queries.offers import Offer
from queries.person import HeldGrant, PersonInFull, person_in_full
from queries.reserved import holds_one_of
from queries.visit import Visit, reached
from web.page import page
from web.site import site_of
from web.visiting import Visiting
from wording import headings
from wording.commands import COMMANDS
from wording.pages import expected as expected_words
from wording.pages import people as people_words
from wording.pages import person as words
from wording.pages import tasks as task_words
from wording.regions import region_words
from wording.roles import ROLES

router = APIRouter()


@dataclass(frozen=True, slots=True)
class GrantShown:
    """A role in words, whether it holds, and taking it back."""

    name: str
    where: str
    days: str
    holds: bool
    takes_back: Offer | None


@router.get("/o/{organisation}/personnes/{person}")
async def person(request: Request, visit: Visiting, person: str) -> Response:
    """For those who hold a role; what is told of files is what the reader may read."""
    found = await person_in_full(visit, person)
    administers = holds_one_of(visit, (Role.ADMINISTRATOR,))
    return page(
        request,
        "people/person.html",
        words=words,
        people_words=people_words,
        expected_words=expected_words,
        commands=COMMANDS,
        found=found,
        key=person,
        name=found.known.name or say(headings.ERASED),
        grants=[_grant(visit, one) for one in sorted(found.grants, key=lambda one: not one.holds)],
        tasks=_by_kind(found),
        access=await _access(request, visit, person) if administers else None,
        administers=administers,
    )


def _grant(visit: Visit, one: HeldGrant) -> GrantShown:
    grant, zone = one.grant, visit.people.zone_of(one.grant.region)
    where = region_words(grant.region, visit.people.regions) if grant.region else people_words.EVERYWHERE
    days = people_words.days(grant.since, grant.until)
    if grant.revoked_at:
        days = words.taken_back(days, day_of(grant.revoked_at, zone))
    return GrantShown(say(ROLES[grant.role]), say(where), days, one.holds, one.takes_back)


def _by_kind(found: PersonInFull) -> Mapping[str, Sequence[Task]]:
    """What waits for them, by what it is called."""
    kinds: dict[str, list[Task]] = {}
    for task in found.tasks.rows:
        kinds.setdefault(say(task_words.KINDS[task.kind]), []).append(task)
    return dict(sorted(kinds.items()))


async def _access(request: Request, visit: Visit, person: str) -> str:
    """Whether they can sign in, and when they last did."""
    access = site_of(request).access
    async with reached():
        await access.readings.note(visit.organisation, visit.person, "personal-data", person)
        account = await access.memberships.known_account_of(visit.organisation, person)
        known = await access.accounts.find(account) if account else None
        last = await access.sign_ins.last_of(account) if account else None
    if known is None:
        return say(words.NO_ACCOUNT)
    signs_in = words.BY_PASSWORD if known.password else words.BY_LINK
    return words.access(say(signs_in), day_of(last, visit.zone) if last else None)
