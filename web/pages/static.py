"""Stylesheets, scripts and pictures."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from web.failures import NoSuchPage
from web.static_files import file_at

router = APIRouter()
_FOR_EVER = "public, max-age=31536000, immutable"


@router.get("/statique/{digest}/{name:path}")
async def static(request: Request, digest: str, name: str) -> Response:
    """A static file by its digest and name."""
    found = file_at(digest, name)
    if found is None:
        raise NoSuchPage
    headers = {"Cache-Control": _FOR_EVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(
            found.gzipped, headers=headers | {"Content-Encoding": "gzip"}, media_type=found.media_type
        )
    return Response(found.content, headers=headers, media_type=found.media_type)
