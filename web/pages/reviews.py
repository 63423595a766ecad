"""What panels are asked: those questions whose answer is awaited, or all."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from projections.reviews import ReviewCursor, ReviewFilter
from queries.lists import Part
from queries.reviews import list_reviews
from web.page import page
from web.visiting import Visiting
from wording.pages import reviews as words
from wording.values import word

router = APIRouter()


@router.get("/o/{organisation}/avis")
async def reviews(request: Request, visit: Visiting) -> Response:
    """The last asked first. ``tous``: also those that ended; ``depuis`` and ``apres``: where the page before ended."""
    asked = request.query_params
    every = bool(asked.get("tous"))
    opened, file = asked.get("depuis", ""), asked.get("apres", "")
    after = ReviewCursor(opened, file) if opened and file else None
    found = await list_reviews(visit, ReviewFilter(open=None if every else True), Part(after))
    following = {"depuis": found.after.opened_at, "apres": found.after.file} if found.after else {}
    return page(
        request,
        "reviews/list.html",
        words=words,
        word=word,
        lines=found.rows,
        every=every,
        following=following | ({"tous": "1"} if every else {}) if following else None,
    )
