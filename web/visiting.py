"""The visit that a page of an organisation is asked in: of the person whom the session is of."""

from typing import Annotated

from fastapi import Depends, Request

from access.session import Session
from queries.refused import Failure
from queries.tasks import count_tasks
from queries.visit import Visit, introduced, reached
from web.failures import NoSuchPage, NotSignedIn
from web.site import site_of


async def visit_of(request: Request, organisation: str) -> Visit:
    """The visit of whoever is signed in. Raises NotSignedIn, and NoSuchPage where they are nobody."""
    session: Session | None = request.state.session
    if session is None:
        raise NotSignedIn
    person = await person_in(request, session, organisation)
    if person is None:
        raise NoSuchPage
    try:
        async with reached():
            visit = await introduced(site_of(request).service, organisation, person)
    except Failure as failure:
        if failure.code in {"unknown-organisation", "unknown-person"}:
            raise NoSuchPage from None
        raise
    request.state.visit = visit
    if request.method == "GET":
        request.state.waiting = await count_tasks(visit)
    return visit


async def person_in(request: Request, session: Session, organisation: str) -> str | None:
    """Who somebody signed in is in an organisation; None: nobody there, or let in to something else only."""
    if session.kind == "account" and session.account:
        return await site_of(request).access.memberships.person_of(session.account, organisation)
    if session.kind == "demonstration" and session.organisation == organisation:
        return session.person
    return None


Visiting = Annotated[Visit, Depends(visit_of)]
