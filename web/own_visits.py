"""Where whoever is signed in is somebody: what their own pages are about."""

from collections.abc import Sequence

from fastapi import Request

from access.session import Session
from queries.visit import Visit
from web.failures import NoSuchPage, NotSignedIn
from web.signing_in import visits_of
from web.site import site_of
from web.visiting import visit_as


async def own_visits(request: Request) -> Sequence[Visit]:
    """One to each organisation where they are somebody; a link leads to none. Raises NotSignedIn."""
    session: Session | None = request.state.session
    if session is None:
        raise NotSignedIn
    site = site_of(request)
    if session.account:
        return await visits_of(site, session.account)
    if session.kind == "demonstration" and session.organisation and session.person:
        return [await visit_as(site, session.organisation, session.person)]
    return ()


async def own_visit(request: Request, organisation: str) -> Visit:
    """That to an organisation. Raises NotSignedIn, and NoSuchPage where they are nobody."""
    for visit in await own_visits(request):
        if visit.organisation == organisation:
            return visit
    raise NoSuchPage
