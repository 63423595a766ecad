"""What falls due, month by month."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries.agenda_page import HORIZONS, agenda_page, read_agenda_query
from web.page import page
from web.visiting import Visiting
from wording.deadlines import line_name, line_notes
from wording.pages import agenda as words

router = APIRouter()


@router.get("/o/{organisation}/agenda")
async def agenda(request: Request, visit: Visiting) -> Response:
    """What is overdue first."""
    query = read_agenda_query(dict(request.query_params))
    found = await agenda_page(visit, query)
    return page(
        request,
        "agenda/page.html",
        words=words,
        found=found,
        query=query,
        horizons=[(one, words.HORIZONS[one]) for one in HORIZONS],
        line_name=line_name,
        line_notes=line_notes,
    )
