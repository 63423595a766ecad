"""Commands that are read from a file that people choose: publishing a rulebook, importing people and pasts."""

from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

import links
from application.rulebooks.safe_yaml import LARGEST_FILE
from language import Text
from queries.forms.from_files import Publishing, bring, items_in, publishing
from queries.forms.sending import send
from queries.visit import Visit
from web.forms.recorded import tell
from web.page import found_at, page
from web.posted import Posted, belongs_to, read_form
from web.site import site_of
from web.visiting import Visiting
from wording.pages import forms as words
from wording.pages.forms import recorded_words

router = APIRouter()
_PUBLISH, _IMPORT = "PublishRulebook", "ImportCooperation"


@router.get(f"/o/{{organisation}}/faire/{_PUBLISH}")
async def publish_form(request: Request, visit: Visiting) -> Response:
    """Which file."""
    return _asked(request, visit, _PUBLISH)


@router.get(f"/o/{{organisation}}/faire/{_IMPORT}")
async def import_form(request: Request, visit: Visiting) -> Response:
    """Which file."""
    return _asked(request, visit, _IMPORT)


@router.post(f"/o/{{organisation}}/faire/{_PUBLISH}")
async def publish(request: Request, visit: Visiting) -> Response:
    """Read the file, show its mistakes or what it changes; then publish it."""
    posted = await _posted(request)
    content = await _content(posted)
    command_id = posted.one("command_id") or str(uuid4())
    if content is None:
        return _asked(request, visit, _PUBLISH, 422, words.FILE_MISSING)
    read = publishing(visit, content, command_id)
    if read.command is None or posted.one("do") != "record":
        return _checked(request, visit, read, content, command_id)
    answer = await send(visit, [read.command])
    if answer.refusal is not None:
        said = Text(answer.refusal.message.fr, answer.refusal.message.en)
        return _asked(request, visit, _PUBLISH, 409, said)
    said = recorded_words(_PUBLISH, answer.events[-1], repeated=answer.repeated)
    return tell(found_at(request, links.programmes(visit.organisation)), site_of(request), said)


@router.post(f"/o/{{organisation}}/faire/{_IMPORT}")
async def import_file(request: Request, visit: Visiting) -> Response:
    """Bring every item in; what became of each. The same file again brings nothing twice."""
    content = await _content(await _posted(request))
    if content is None:
        return _asked(request, visit, _IMPORT, 422, words.FILE_MISSING)
    items = items_in(content, visit.person)
    if isinstance(items, Text):
        return _asked(request, visit, _IMPORT, 422, items)
    brought = [one async for one in bring(visit, items)]
    done = sum(one.recorded for one in brought)
    return page(request, "form/brought.html", words=words, brought=brought, done=done)


async def _posted(request: Request) -> Posted:
    """What this very session sent. Raises HTTPException 403."""
    posted = await read_form(request, with_files=True)
    if not belongs_to(request.state.session, posted):
        raise HTTPException(403)
    return posted


async def _content(posted: Posted) -> bytes | None:
    """What the chosen file holds, or what was read of it before; None for nothing, or too much."""
    file = posted.files.get("file")
    if isinstance(file, UploadFile) and file.filename:
        content = await file.read(LARGEST_FILE + 1)
    else:
        content = posted.one("content").encode()
    return content if 0 < len(content) <= LARGEST_FILE else None


def _asked(
    request: Request, visit: Visit, command: str, status: int = 200, mistake: Text | None = None
) -> Response:
    publishes = command == _PUBLISH
    return page(
        request,
        "form/file.html",
        status,
        words=words,
        title=words.PUBLISH if publishes else words.IMPORT,
        label=words.PUBLISH_FILE if publishes else words.IMPORT_FILE,
        button=words.CHECK if publishes else words.RECORD,
        address=links.form(visit.organisation, command),
        mistake=mistake,
        command_id=str(uuid4()),
    )


def _checked(request: Request, visit: Visit, read: Publishing, content: bytes, command_id: str) -> Response:
    """What is wrong with it; where nothing is, what it changes, with the button that publishes it."""
    return page(
        request,
        "form/publishing.html",
        200 if read.command else 422,
        words=words,
        read=read,
        content=content.decode(errors="replace"),
        command_id=command_id,
        address=links.form(visit.organisation, _PUBLISH),
    )
