"""The visit that a page of an organisation is asked in: of the person whom the session is of."""

from typing import Annotated

from fastapi import Depends, Request

import links
from access.session import STRICT, Session
from queries.proof import signs_in_often
from queries.refused import Failure, out_of_reach
from queries.tasks import count_tasks
from queries.visit import Visit, introduced, reached
from web.failures import NoSuchPage, NotSignedIn
from web.looking_around import from_this_machine
from web.site import Site, site_of


async def visit_of(request: Request, organisation: str) -> Visit:
    """The visit of whoever is signed in. Raises NotSignedIn, and NoSuchPage where they are nobody."""
    session: Session | None = request.state.session
    if request.state.store_away:
        raise out_of_reach()
    if session is None:
        raise NotSignedIn
    person = await person_in(request, session, organisation)
    if person is None:
        raise NoSuchPage
    visit = await _looking_as(request, session, await visit_as(site_of(request), organisation, person))
    if signs_in_often(visit) and session.ends_at > session.signed_in_at + STRICT.lasts:
        await site_of(request).sessions.tighten(session.id)
    request.state.visit = visit
    if request.method == "GET":
        request.state.waiting = await count_tasks(visit)
    return visit


async def _looking_as(request: Request, session: Session, visit: Visit) -> Visit:
    """Whoever had a simulation made to learn by looks at it as somebody else, if they chose so."""
    request.state.training = request.state.owns_training = False
    if visit.simulation is None or session.kind != "account":
        return visit
    async with reached():
        found = await site_of(request).access.trainings.find(visit.organisation)
    request.state.training = found is not None
    request.state.owns_training = found is not None and found.account == session.account
    if found is None or not request.state.owns_training or found.seen_as in (None, visit.person):
        return visit
    return await visit_as(site_of(request), visit.organisation, found.seen_as or visit.person)


async def visit_as(site: Site, organisation: str, person: str) -> Visit:
    """The visit of a person by their id. Raises NoSuchPage for what is not there."""
    try:
        async with reached():
            return await introduced(site.service, organisation, person)
    except Failure as failure:
        if failure.code in {"unknown-organisation", "unknown-person"}:
            raise NoSuchPage from None
        raise


async def person_in(request: Request, session: Session, organisation: str) -> str | None:
    """Who somebody signed in is in an organisation; None: nobody there, or let in to something else only."""
    if session.kind == "account" and session.account:
        return await site_of(request).access.memberships.person_of(session.account, organisation)
    if session.organisation != organisation:
        return None
    if session.kind == "demonstration":
        return session.person if from_this_machine(request, site_of(request)) else None
    return session.person if _leads_to(session, request) else None


def _leads_to(session: Session, request: Request) -> bool:
    """Whether the link that let somebody in leads to this page: that of its one file, or one below."""
    if session.organisation is None or session.subject is None:
        return False
    page = links.file(session.organisation, session.subject)
    asked: str = request.scope["path"]
    return asked == page or asked.startswith(f"{page}/")


Visiting = Annotated[Visit, Depends(visit_of)]
