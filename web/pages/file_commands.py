"""People and pasts that are brought in from a file that people choose."""

from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

import links
from application.rulebooks.safe_yaml import LARGEST_FILE
from language import Text
from queries.forms.from_files import bring, items_in
from queries.visit import Visit
from web.page import found_at, page
from web.posted import Posted, PostingFiles
from web.visiting import Visiting
from wording.pages import forms as words

router = APIRouter()
_IMPORT = "ImportCooperation"


@router.get("/o/{organisation}/faire/PublishRulebook")
async def publish_form(request: Request, visit: Visiting, brouillon: str = "") -> Response:
    """Where rulebooks are checked and published."""
    return found_at(request, links.programmes(visit.organisation, "verifier", brouillon=brouillon))


@router.get(f"/o/{{organisation}}/faire/{_IMPORT}")
async def import_form(request: Request, visit: Visiting) -> Response:
    """Which file."""
    return _asked(request, visit)


@router.post(f"/o/{{organisation}}/faire/{_IMPORT}")
async def import_file(request: Request, visit: Visiting, posted: PostingFiles) -> Response:
    """Bring every item in; what became of each. The same file again brings nothing twice."""
    content = await _content(posted)
    if content is None:
        return _asked(request, visit, 422, words.FILE_MISSING)
    items = items_in(content, visit.person)
    if isinstance(items, Text):
        return _asked(request, visit, 422, items)
    brought = [one async for one in bring(visit, items)]
    done = sum(one.recorded for one in brought)
    return page(request, "form/brought.html", words=words, brought=brought, done=done)


async def _content(posted: Posted) -> bytes | None:
    """What the chosen file holds; None for nothing, or too much."""
    file = posted.files.get("file")
    content = await file.read(LARGEST_FILE + 1) if isinstance(file, UploadFile) else b""
    return content if 0 < len(content) <= LARGEST_FILE else None


def _asked(request: Request, visit: Visit, status: int = 200, mistake: Text | None = None) -> Response:
    return page(
        request,
        "form/file.html",
        status,
        words=words,
        title=words.IMPORT,
        label=words.IMPORT_FILE,
        button=words.RECORD,
        address=links.form(visit.organisation, _IMPORT),
        mistake=mistake,
        command_id=str(uuid4()),
    )
