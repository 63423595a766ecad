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
from web.forms.recorded import tell
from web.looking_around import from_this_machine
from web.page import found_at, page
from web.posted import Posting
from web.site import site_of
from web.visiting import Visiting, visit_of
from wording.pages import training as words

router = APIRouter()


@router.post("/o/{organisation}/formations")
async def make(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Make one from this organisation's rulebooks, and go there; pressed twice, there is one."""
    del posted
    site, session = site_of(request), _session(request)
    named = trainings.new_name(visit)
    async with reached():
        named = await site.access.trainings.begin(named, visit.organisation, visit.person, session.account)
    await trainings.make(visit, named)
    if session.account is None:  # a demonstration is entered by its own door
        return found_at(request, links.organisation.demonstration(named))
    async with reached():
        await site.access.memberships.learn(named)
    return found_at(request, links.organisation.training(named))


@router.get("/o/{organisation}/formation")
async def training(request: Request, visit: Visiting) -> Response:
    """What it is, for whoever is in it."""
    found = await _training(request, visit)
    return page(
        request,
        "organisation/training.html",
        words=words,
        training=found,
        people=await inhabitants(visit) if _is_makers(request) else (),
        may_throw_away=_may_throw_away(request, visit, found),
    )


@router.post("/o/{organisation}/formation")
async def look_as(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Look at it as somebody, for whoever had it made."""
    await _training(request, visit)
    person = posted.one("person")
    if not _is_makers(request) or person not in visit.people.people:
        raise NoSuchPage
    async with reached():
        await site_of(request).access.trainings.see_as(visit.organisation, person)
    return found_at(request, links.tasks(visit.organisation))


@router.post("/o/{organisation}/formation/fin")
async def throw_away(request: Request, organisation: str, posted: Posting) -> Response:
    """All of it, at once; back to the organisation that it was made from. Pressed once more, it is gone already."""
    del posted
    site = site_of(request)
    origin = await _origin_of_what_is_gone(request, organisation)
    if origin is None:
        visit = await visit_of(request, organisation)
        found = await _training(request, visit)
        if not _may_throw_away(request, visit, found):
            raise NoSuchPage
        async with reached():
            await site.access.trainings.drop(visit.organisation)
        origin = found.origin
    site.service.files.forget_all(organisation)
    session: Session | None = request.state.session
    if session is None or session.account is None:
        return tell(found_at(request, links.organisation.demonstration(origin)), site, words.THROWN_AWAY)
    return tell(found_at(request, links.organisation.settings(origin)), site, words.THROWN_AWAY)


async def _origin_of_what_is_gone(request: Request, organisation: str) -> str | None:
    """From which organisation one was made that was just thrown away, for those who might have done so."""
    async with reached():
        gone = await site_of(request).access.trainings.thrown_away(organisation)
    if gone is None:
        return None
    session: Session | None = request.state.session
    if gone.account is None:
        return gone.origin if from_this_machine(request, site_of(request)) else None
    return gone.origin if session is not None and session.account == gone.account else None


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


def _is_makers(request: Request) -> bool:
    owns: bool = request.state.owns_training
    return owns


def _may_throw_away(request: Request, visit: Visit, found: Training) -> bool:
    """Its maker; of one that was made in a demonstration, anybody who looks around there; its administrators."""
    looks_around = found.account is None and _session(request).kind == "demonstration"
    return _is_makers(request) or looks_around or holds_one_of(visit, (Role.ADMINISTRATOR,))
