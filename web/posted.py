"""What a form sent: read within limits, and only from a page of ours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from access.session import Session
from web.security.csrf import FIELD, is_token_of

LARGEST_BODY = 1_000_000
"""Bytes of a form without files."""
LARGEST_WITH_FILES = 16_000_000
"""Bytes of a form with its documents, of which each has 15 MB at most."""
LARGEST_AT_THE_DOOR = 16_000
"""Bytes of a form that anybody may send without being signed in."""
MOST_FIELDS = 4000
"""200 lines of expenses and 100 co-fundings have more fields than Starlette allows by itself."""
MOST_FILES = 20


@dataclass(frozen=True, slots=True)
class Posted:
    """The fields of a form in their order, each with all its values, and the files."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    uploads: dict[str, list[UploadFile]] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, UploadFile]:
        """The last file of each field."""
        return {name: given[-1] for name, given in self.uploads.items()}

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
    if session is not None and not belongs_to(session, posted):
        raise HTTPException(403)
    return posted


async def posted_with_files(request: Request) -> Posted:
    """The same of a form with files, of somebody who is signed in. Raises HTTPException 413 and 403."""
    posted = await read_form(request, with_files=True)
    if not belongs_to(request.state.session, posted):
        raise HTTPException(403)
    return posted


def belongs_to(session: Session | None, posted: Posted) -> bool:
    """Whether a page of this very session sent it."""
    return session is not None and is_token_of(session, posted.one(FIELD))


async def read_form(request: Request, *, with_files: bool = False) -> Posted:
    """The fields and files of a body. Raises HTTPException 413 and 400.

    Of the length that is announced, and of what is really sent: nobody announces less than they send.
    """
    length = request.headers.get("content-length")
    if (
        length is None
        or not length.isdigit()
        or int(length) > (LARGEST_WITH_FILES if with_files else LARGEST_BODY)
    ):
        raise HTTPException(413)
    try:
        form = await request.form(max_fields=MOST_FIELDS, max_files=MOST_FILES, max_part_size=LARGEST_BODY)
    except HTTPException as refused:
        if "maximum" in refused.detail.casefold():
            raise HTTPException(413) from None
        raise
    posted = _sorted(form)
    if sum(len(text.encode()) for given in posted.texts.values() for text in given) > LARGEST_BODY:
        raise HTTPException(413)
    return posted


def _sorted(form: FormData) -> Posted:
    """Texts by field, and files."""
    posted = Posted()
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            posted.uploads.setdefault(name, []).append(value)
        else:
            posted.texts.setdefault(name, []).append(value)
    return posted


Posting = Annotated[Posted, Depends(posted_by)]
PostingFiles = Annotated[Posted, Depends(posted_with_files)]


async def posted_at_the_door(request: Request) -> Posted:
    """The same of a form that anybody may send: a few short fields. Raises HTTPException 413 for more."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > LARGEST_AT_THE_DOOR:
        raise HTTPException(413)
    return await posted_by(request)


DoorPosting = Annotated[Posted, Depends(posted_at_the_door)]
