"""Why an entry of a cooperation's history is there, and what it set off: a page, shown under the entry too."""

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.cooperations.state import Cooperation
from queries.as_of import Then
from queries.explaining import both_ways
from queries.visit import reached
from web.explained import explained_shown
from web.failures import NoSuchPage
from web.pages.cooperation_head import file_page, head_of
from web.visiting import Visiting

router = APIRouter()


@router.get("/o/{organisation}/dossiers/{key}/historique/{entry}")
async def explained(
    request: Request, visit: Visiting, key: str, entry: int, de: str = "", au: str = "", connu: str = ""
) -> Response:
    """``de``: the review or funding told with the cooperation whose entry it is; ``au``, ``connu``: as the history."""
    then, named = Then(au, connu), f"{de or key}#{entry}"
    async with reached():
        before, after = await both_ways(visit, key, named, then)
    if not isinstance(before.asked, Cooperation):
        raise NoSuchPage
    ways = [explained_shown(visit, one) for one in (before, after)]
    return file_page(
        request,
        visit,
        "history/explained.html",
        head_of(visit, before.asked, then, "historique"),
        before.told.history.extent.position,
        asked=ways[0].entry,
        ways=ways,
        history=links.entry(visit.organisation, before.entry.file, entry),
    )
