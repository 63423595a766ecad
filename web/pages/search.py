"""Files found by words."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries.portfolio_query import LONGEST, PortfolioQuery
from queries.search import search as search_files
from web.page import page
from web.visiting import Visiting
from wording.pages import portfolio as of_files
from wording.pages import search as words

router = APIRouter()


@router.get("/o/{organisation}/recherche")
async def search(request: Request, visit: Visiting, q: str = "") -> Response:
    """By name, place, object or who is in charge."""
    typed = q.replace("\0", "").strip()[:LONGEST]
    found = await search_files(visit, typed)
    query = PortfolioQuery({"q": typed} if typed else {})
    return page(
        request, "search/found.html", words=words, of_files=of_files, found=found, typed=typed, query=query
    )
