"""The gate of a cooperation: what is missing to go on."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.kernel.moments import day_of
from language import say
from queries.as_of import Then
from queries.gate import gate_of
from queries.visit import reached
from web.entries import entries_shown
from web.pages.cooperation_head import file_page, head_of
from web.visiting import Visiting
from wording.pages import expected as expected_words
from wording.pages import gate as words

router = APIRouter()


@router.get("/o/{organisation}/dossiers/{key}/passage")
async def gate(request: Request, visit: Visiting, key: str, au: str = "", connu: str = "") -> Response:
    """Item by item: what shows it, or what is awaited and of whom."""
    then = Then(au, connu)
    async with reached():
        found = await gate_of(visit, key, then)
    view = found.found.view
    return file_page(
        request,
        visit,
        "cooperation/gate.html",
        head_of(visit, view.file, then, "passage"),
        found.evidence.history.extent.position,
        words=words,
        expected_words=expected_words,
        gate=found,
        phase=say(view.rulebook.phases[view.file.current.phase].name),
        following=say(found.following) if found.following else None,
        evidence={one.entry: one for one in entries_shown(visit, found.evidence)},
        today=day_of(view.recorded_at, view.zone),
    )
