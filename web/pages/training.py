"""A simulation to learn by: made in one press, looked at as any of its people, thrown away in one press."""

from fastapi import APIRouter, Request
from starlette.responses import Response

import links.organisation
from access.session import Session
from access.trainings import Training
from domain.kernel.values import Role
from queries import training as trainings
from queries.demonstration import inhabitants
from queries.reserved import holds_one_of
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.page import found_at, page
from web.posted import Posting
from web.site import site_of
from web.visiting import Visiting
from wording.pages import training as words

router = APIRouter()


@router.post("/o/{organisation}/formations")
async def make(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Make one from this organisation's rulebooks, and go there."""
    del posted
    site, session = site_of(request), _session(request)
    organisation = await trainings.made(visit)
    async with reached():
        await site.access.trainings.note(organisation, visit.organisation, visit.person, session.account)
    if session.account is None:  # a demonstration is entered by its own door
        return found_at(request, links.organisation.demonstration(organisation))
    async with reached():
        await site.access.memberships.learn(organisation)
    return found_at(request, links.organisation.training(organisation))


@router.get("/o/{organisation}/formation")
async def training(request: Request, visit: Visiting) -> Response:
    """What it is, for whoever is in it."""
    found = await _training(request, visit)
    return page(
        request,
        "organisation/training.html",
        words=words,
        training=found,
        people=await inhabitants(visit) if _is_makers(request, found) else (),
        may_throw_away=_may_throw_away(request, visit, found),
    )


@router.post("/o/{organisation}/formation")
async def look_as(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Look at it as somebody, for whoever had it made."""
    found = await _training(request, visit)
    person = posted.one("person")
    if not _is_makers(request, found) or person not in visit.people.people:
        raise NoSuchPage
    async with reached():
        await site_of(request).access.trainings.see_as(visit.organisation, person)
    return found_at(request, links.tasks(visit.organisation))


@router.post("/o/{organisation}/formation/fin")
async def throw_away(request: Request, visit: Visiting, posted: Posting) -> Response:
    """All of it, at once; back to the organisation that it was made from."""
    del posted
    site, found = site_of(request), await _training(request, visit)
    if not _may_throw_away(request, visit, found):
        raise NoSuchPage
    async with reached():
        await site.access.trainings.drop(visit.organisation)
    site.service.files.forget_all(visit.organisation)
    if _session(request).account is None:
        return found_at(request, links.organisation.demonstration(found.origin))
    return found_at(request, links.organisation.settings(found.origin))


async def _training(request: Request, visit: Visit) -> Training:
    """Raises NoSuchPage for what was not made to learn by."""
    async with reached():
        found = await site_of(request).access.trainings.find(visit.organisation)
    if found is None:
        raise NoSuchPage
    return found


def _session(request: Request) -> Session:
    session: Session = request.state.session
    return session


def _is_makers(request: Request, found: Training) -> bool:
    account = _session(request).account
    return account is not None and account == found.account


def _may_throw_away(request: Request, visit: Visit, found: Training) -> bool:
    return _is_makers(request, found) or holds_one_of(visit, (Role.ADMINISTRATOR,))
