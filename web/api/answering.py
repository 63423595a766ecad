"""What the API answers when it ends well: JSON for its reader alone, with a tag to ask again by, and the next page."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from fastapi import Request
from pydantic_core import to_json
from starlette.responses import Response

from language import locale

_PRIVATE = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Accept-Language"}
_JSON = "application/json"


def answered(
    request: Request, body: Any, entry: int | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """An object as JSON; 304 where whoever asks has it already.

    Its tag is ``"e41.…"`` where it is one file, whose last entry is the 41st: what ``If-Match`` of a command takes.
    What is due, and to whom, changes by the clock, so a digest of the whole stands behind.
    """
    content = to_json(body)
    digest = sha256(content).hexdigest()[:16]
    tag = f'"e{entry}.{digest}"' if entry is not None else f'"{digest}"'
    told = {"ETag": tag, "Content-Language": locale(), **_PRIVATE, **(headers or {})}
    if tag in _known(request):
        return Response(status_code=304, headers=told)
    return Response(content, media_type=_JSON, headers=told)


def recorded(body: Any, status: int, headers: Mapping[str, str]) -> Response:
    """What became of a command: kept nowhere on the way."""
    return Response(to_json(body), status, media_type=_JSON, headers={"Cache-Control": "no-store", **headers})


def _known(request: Request) -> set[str]:
    sent = request.headers.get("if-none-match", "")
    return {one.strip().removeprefix("W/") for one in sent.split(",")}
