"""Looking around in a simulation as one of its people, without an account: on the loopback address only."""

from datetime import timedelta
from ipaddress import ip_address

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from access.session import NewSession
from queries.visit import Visit, introduced, reached
from web.failures import NoSuchPage
from web.page import found_at, page
from web.posted import Posting
from web.security.session_cookie import give
from web.site import site_of
from wording.pages import demonstration as words

router = APIRouter()
_LASTS = timedelta(hours=12)


@router.get("/demonstration/{organisation}")
async def door(request: Request, organisation: str) -> Response:
    """Whom one may look around as."""
    visit = await _simulation(request, organisation)
    async with reached():
        names = await visit.names()
    people = sorted(names.items(), key=lambda one: one[1])
    return page(request, "demonstration/door.html", words=words, organisation=organisation, people=people)


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
    if request.client is None or not _loopback(request.client.host):
        raise NoSuchPage
    async with reached():
        visit = await introduced(site_of(request).service, organisation, "", anybody=True)
    if visit.simulation is None:
        raise NoSuchPage
    return visit


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
