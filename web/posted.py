"""What a form sent: read within limits, and only from a page of ours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from access.session import Session
from web.security.csrf import FIELD, is_token_of

LARGEST_BODY = 1_000_000
"""Bytes of a form without files."""
MOST_FIELDS = 4000
"""200 lines of expenses and 100 co-fundings have more fields than Starlette allows by itself."""


@dataclass(frozen=True, slots=True)
class Posted:
    """The fields of a form in their order, each with all its values, and the files."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, UploadFile] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The last value of a field; empty if it was not sent."""
        return self.texts.get(name, [""])[-1]

    def all(self, name: str) -> Sequence[str]:
        """Every value of a field."""
        return self.texts.get(name, [])


async def posted_by(request: Request) -> Posted:
    """What a form sent. Raises HTTPException 413 for too much, 403 for what no page of this session sent."""
    posted = await read_form(request)
    session: Session | None = request.state.session
    if session is not None and not is_token_of(session, posted.one(FIELD)):
        raise HTTPException(403)
    return posted


async def read_form(request: Request) -> Posted:
    """The fields and files of a body. Raises HTTPException 413 and 400."""
    if int(request.headers.get("content-length") or 0) > LARGEST_BODY:
        raise HTTPException(413)
    form = await request.form(max_fields=MOST_FIELDS, max_files=20, max_part_size=LARGEST_BODY)
    posted = Posted()
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            posted.files[name] = value
        else:
            posted.texts.setdefault(name, []).append(value)
    return posted


Posting = Annotated[Posted, Depends(posted_by)]
