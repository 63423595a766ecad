"""The deadlines of a cooperation: dates, next rung, what moved them, silence."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.kernel.moments import day_of
from queries.as_of import Then
from queries.deadlines import deadlines_of
from queries.visit import reached
from web.entries import file_named
from web.pages.cooperation_head import file_page, head_of, position_of
from web.visiting import Visiting
from wording.pages import deadlines as words
from wording.pages import expected as expected_words

router = APIRouter()


@router.get("/o/{organisation}/dossiers/{key}/echeances")
async def deadlines(request: Request, visit: Visiting, key: str, au: str = "", connu: str = "") -> Response:
    """The soonest first, with those of its reviews and fundings."""
    then = Then(au, connu)
    async with reached():
        told = await deadlines_of(visit, key, then)
        position = await position_of(visit)
    view, states = told.found.view, told.found.related.states
    return file_page(
        request,
        visit,
        "cooperation/deadlines.html",
        head_of(visit, view.file, then, "echeances"),
        position,
        words=words,
        expected_words=expected_words,
        told=told.told,
        files={key: file_named(visit, one) for key, one in states.items()},
        today=day_of(view.recorded_at, view.zone),
    )
