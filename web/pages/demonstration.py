"""Looking around in a simulation as one of its people, without an account: on the machine that it runs on only."""

from datetime import timedelta

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from access.session import NewSession
from queries.demonstration import inhabitants
from queries.visit import Visit, introduced, reached
from web.failures import NoSuchPage
from web.looking_around import from_this_machine
from web.page import found_at, page
from web.posted import Posting
from web.security.session_cookie import give
from web.site import site_of
from wording.pages import demonstration as words

router = APIRouter()
_LASTS = timedelta(hours=12)


@router.get("/demonstration/{organisation}")
async def door(request: Request, organisation: str) -> Response:
    """Whom one may look around as, and whom one does."""
    visit = await _simulation(request, organisation)
    session = request.state.session
    async with reached():
        training = await site_of(request).access.trainings.find(organisation)
    current = session.person if session and session.organisation == organisation else None
    return page(
        request,
        "demonstration/door.html",
        words=words,
        organisation=organisation,
        people=await inhabitants(visit),
        current=current,
        training_page=links.organisation.training(organisation) if training else "",
    )


@router.post("/demonstration/{organisation}")
async def enter(request: Request, organisation: str, posted: Posting) -> Response:
    """Look around as somebody from now on."""
    visit = await _simulation(request, organisation)
    person = posted.one("person")
    if person not in visit.people.people:
        raise NoSuchPage
    site = site_of(request)
    session = NewSession(
        kind="demonstration", organisation=organisation, person=person, idle_for=_LASTS, lasts=_LASTS
    )
    return give(found_at(request, links.tasks(organisation)), site, await site.sessions.open(session))


async def _simulation(request: Request, organisation: str) -> Visit:
    """A visit of nobody in particular. Raises NoSuchPage for a real organisation, or for somebody from elsewhere."""
    site = site_of(request)
    if not from_this_machine(request, site):
        raise NoSuchPage
    async with reached():
        visit = await introduced(site.service, organisation, "", anybody=True)
    if visit.simulation is None:
        raise NoSuchPage
    return visit
