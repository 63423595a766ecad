"""What became of a form that was sent, for who sent it and whoever may read what it is about."""

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from language import Text, text_of
from queries.forms.sending import became
from queries.refused import Failure
from web.page import page
from web.visiting import Visiting
from wording.events import EVENTS
from wording.pages import forms as words

router = APIRouter()
_NOT_THERE = "unknown-command-id"


@router.get("/o/{organisation}/suites/{command_id:path}")
async def outcome(request: Request, visit: Visiting, command_id: str) -> Response:
    """Recorded and where, refused and why, or nothing yet."""
    try:
        answer, there = await became(visit, command_id)
    except Failure as failure:
        if failure.code != _NOT_THERE:
            raise
        return _page(request, words.OUTCOME_NOTHING, [words.OUTCOME_NOTHING_TEXT])
    if answer.refusal is not None:
        refusal = answer.refusal
        said = [text_of(one) for one in (refusal.message, refusal.remedy)]
        return _page(request, words.OUTCOME_REFUSED, said)
    way = links.entry(visit.organisation, there.file, there.entry) if there and there.file else ""
    return _page(request, words.OUTCOME_RECORDED, [EVENTS[there.event]] if there else [], way)


def _page(request: Request, title: Text, sentences: list[Text], way: str = "") -> Response:
    return page(request, "form/outcome.html", words=words, title=title, sentences=sentences, way=way)
