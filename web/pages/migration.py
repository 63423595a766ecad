"""Files under earlier versions of a programme, to be moved to a later one: which, then what changes for each."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries.movable import MOST, movable_to
from queries.programmes import needs_to_work_on_rules
from web.page import page
from web.pages.programmes import known_version
from web.visiting import Visiting
from wording.pages import migration as words
from wording.pages import programmes as programme_words

router = APIRouter()


@router.get("/o/{organisation}/programmes/{rulebook}/migration")
async def migration(request: Request, visit: Visiting, rulebook: str) -> Response:
    """Which files; what would change for each is shown before anything is recorded."""
    needs_to_work_on_rules(visit)
    rules = known_version(visit, rulebook)
    return page(
        request,
        "programmes/migration.html",
        words=words,
        programme_words=programme_words,
        rulebook=rules,
        found=await movable_to(visit, rules),
        most=MOST,
    )
