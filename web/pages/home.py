"""The root of the site: everybody is led on to where they begin."""

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from web.page import found_at, page
from web.signing_in import visits_of
from web.site import site_of
from wording.pages import sign_in as words

router = APIRouter()


@router.get("/")
async def home(request: Request) -> Response:
    """To one's organisation, or to choose among several; to the door, or to the first steps where nothing is yet."""
    site, session = site_of(request), request.state.session
    if session is None:
        there = await site.service.ledger.organisations()
        return found_at(request, links.sign_in() if there else links.first_run())
    if session.kind == "link":
        return found_at(request, links.file(session.organisation, session.subject))
    if session.kind == "demonstration":
        return found_at(request, links.tasks(session.organisation))
    visits = await visits_of(site, session.account)
    if len(visits) == 1:
        return found_at(request, links.tasks(visits[0].organisation))
    organisations = [(one.organisation, one.people.name) for one in visits]
    return page(request, "access/home.html", words=words, organisations=organisations)
