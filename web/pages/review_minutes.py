"""What is kept on paper of a review: the minutes once it is concluded, and a copy of one's own opinion."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries.room import room_of
from queries.visit import reached
from web.failures import NoSuchPage
from web.page import page
from web.pages.review_room import came_by_link
from web.pages.review_told import telling
from web.visiting import Visiting

router = APIRouter()


@router.get("/o/{organisation}/avis/{review}/pv")
async def minutes(request: Request, visit: Visiting, review: str) -> Response:
    """Who sat, what each said, how the votes were counted, what came of it."""
    async with reached():
        found = await room_of(visit, review, by_link=came_by_link(request))
    if not found.has_minutes:
        raise NoSuchPage
    return page(request, "reviews/minutes.html", **telling(visit, found))


@router.get("/o/{organisation}/avis/{review}/mon-avis")
async def own_opinion(request: Request, visit: Visiting, review: str) -> Response:
    """The opinion of the reader's seat, as it is recorded."""
    async with reached():
        found = await room_of(visit, review, by_link=came_by_link(request))
    if found.opinion is None or found.opinion.told.said is None:
        raise NoSuchPage
    return page(request, "reviews/own_opinion.html", **telling(visit, found))
