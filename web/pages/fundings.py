"""The fundings that somebody may read, by the name of their cooperation."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import links
from projections.fundings import FundingCursor, FundingFilter
from queries.fundings import list_fundings
from queries.lists import Part
from web.page import page
from web.visiting import Visiting
from wording.pages import lists as words

router = APIRouter()


@router.get("/o/{organisation}/financements")
async def fundings(
    request: Request, visit: Visiting, apres: Annotated[list[str] | None, Query()] = None
) -> Response:
    """All of them, in parts."""
    place = apres or []
    after = FundingCursor(*place) if len(place) == len(FundingCursor._fields) else None
    found = await list_fundings(visit, FundingFilter(), Part(after))
    return page(
        request,
        "lists/fundings.html",
        words=words,
        lines=found.rows,
        following=links.fundings(visit.organisation, apres=list(found.after)) if found.after else None,
    )
