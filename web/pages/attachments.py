"""Documents of a file: given out to be kept, never shown within a page of ours; each reading is judged and noted."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.kernel.ids import review_stream
from queries.room import room_of
from queries.visit import Visit, reached
from web.document_read import document_read
from web.downloads.answer import given_out
from web.failures import NoSuchPage
from web.pages.review_room import came_by_link
from web.visiting import Visiting

router = APIRouter()


@router.get("/o/{organisation}/avis/{review}/pieces/{digest}")
async def of_review(request: Request, visit: Visiting, review: str, digest: str) -> Response:
    """A document of the dossier that lies before a panel; whoever came by a link reads it while the room shows it."""
    if came_by_link(request):
        async with reached():
            room = await room_of(visit, review, by_link=True)
        if room.dossier is None:
            raise NoSuchPage
    return await _given_out(request, visit, review_stream(review), digest)


@router.get("/o/{organisation}/pieces/{digest}")
async def of_file(request: Request, visit: Visiting, digest: str) -> Response:
    """A document of the file whose key stands in ``dossier``."""
    return await _given_out(request, visit, request.query_params.get("dossier", ""), digest)


async def _given_out(request: Request, visit: Visit, key: str, digest: str) -> Response:
    found = await document_read(request, visit, key, digest)
    return given_out(found.content, found.about.name, found.about.media_type)
