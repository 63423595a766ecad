"""The tokens of everybody in an organisation, for its administrators, who may end any."""

import structlog
from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.kernel.values import Role
from queries.reserved import needs_one_of
from queries.visit import reached
from web.api import addresses
from web.failures import NoSuchPage
from web.page import found_at, page
from web.posted import Posting
from web.site import site_of
from web.tokens_shown import shown
from web.visiting import Visiting
from wording.pages import tokens as words

router = APIRouter()
log = structlog.get_logger("web")
_FOR = (Role.ADMINISTRATOR,)
_ENDED = "fin"


@router.get("/o/{organisation}/organisation/jetons")
async def of_everybody(request: Request, visit: Visiting, fait: str = "") -> Response:
    """Who lets which program act, with what, until when."""
    needs_one_of(visit, _FOR)
    async with reached():
        found = await site_of(request).access.tokens.of_organisation(visit.organisation)
        names = await visit.names({one.person for one in found})
    return page(
        request,
        "access/tokens.html",
        words=words,
        tokens=[shown(one, visit, names.get(one.person, "–")) for one in found],
        of_whom=words.PERSON,
        explained=words.OF_EVERYBODY,
        address=addresses.tokens(visit.organisation),
        new="",
        done=words.ENDED if fait == _ENDED else None,
    )


@router.post("/o/{organisation}/organisation/jetons")
async def end(request: Request, visit: Visiting, posted: Posting) -> Response:
    """End one."""
    needs_one_of(visit, _FOR)
    token = posted.one("token")
    if not await site_of(request).access.tokens.end(token, visit.organisation):
        raise NoSuchPage
    log.info("token_ended", organisation=visit.organisation, by=visit.person, token=token)
    return found_at(request, f"{addresses.tokens(visit.organisation)}?fait={_ENDED}")
