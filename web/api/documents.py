"""Documents by the API: handed in for a file as forms take them, and given out to whoever may read them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from queries.dossiers import opened
from queries.scopes import scope_of_file
from queries.visit import Visit, reached
from vault.attachments import Attachment, digest_of
from vault.media import LARGEST, AttachmentRefused, NotTaken
from web.api import addresses, answers
from web.api.answering import recorded
from web.api.caller import Acting, Reading, within
from web.api.described import BASE, BYTES, answering, problems
from web.api.paging import Asked
from web.api.problems import Mistake, Problem, invalid
from web.api.sent import read_body
from web.document_read import document_read
from web.downloads.answer import given_out
from web.site import site_of
from wording import api as words
from wording.pages.forms import NOT_TAKEN

router = APIRouter(prefix=BASE)

_PREFIX = "sha256:"
_NAME = r"^[^\x00]*[^\x00\s][^\x00]*$"
_HANDED_IN = problems(_413="Larger than 15 MB.") | {
    200: {"model": answers.Document, "description": "It had been handed in for this file already."},
    201: {"model": answers.Document, "description": "It is kept for this file."},
}
_FILE = "The key of the file that names it: `noailles`, `review:avis`."


@router.post(
    "/attachments",
    status_code=201,
    **answering("hand_in", None, "Hand in a document for a file.", "act:…", responses=_HANDED_IN),
)
async def hand_in(
    request: Request,
    visit: Acting,
    file: Annotated[Asked, Query(description=_FILE)],
    name: Annotated[
        str, Query(max_length=200, pattern=_NAME, description="What it is called: `budget.pdf`.")
    ],
) -> Response:
    """Its bytes are the body. Commands name it by the `digest` that is answered; the same bytes are kept once.

    Of the kinds that forms take (pdf, odt, ods, docx, xlsx, jpg, png), 15 MB at most, for a file that the person reads.
    """
    within(request, frozenset({scope_of_file(file)}))
    async with reached():
        key = (await opened(visit, file)).key
    content = await read_body(request, LARGEST, words.DOCUMENT_TOO_LARGE_REMEDY)
    async with reached():
        known = await _known(request, visit, key, digest_of(content))
        kept = await _kept(request, visit, key, name, content)
    told = answers.Document(
        digest=kept.digest, file=key, name=kept.name, media_type=kept.media_type, size=kept.size
    )
    digest = kept.digest.removeprefix(_PREFIX)
    way = addresses.attachment(visit.organisation, digest, key)
    return recorded(told.model_dump(), 200 if known else 201, {"Location": way})


@router.get(
    "/attachments/{digest}",
    **answering(
        "attachment",
        None,
        "A document as it was handed in.",
        responses=problems() | {200: {"description": "Its bytes.", "content": BYTES}},
    ),
)
async def attachment(
    request: Request,
    visit: Reading,
    digest: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", description="SHA-256, in hexadecimal digits.")],
    file: Annotated[Asked, Query(description=_FILE)],
) -> Response:
    """Reading it is judged anew, and noted."""
    found = await document_read(request, visit, file, digest)
    return given_out(found.content, found.about.name, "application/octet-stream")


async def _known(request: Request, visit: Visit, key: str, digest: str) -> Attachment | None:
    """What is known of a document that was handed in for a file."""
    found = await site_of(request).service.attachments.about(visit.organisation, (key,), (digest,))
    return next(iter(found), None)


async def _kept(request: Request, visit: Visit, key: str, name: str, content: bytes) -> Attachment:
    """Keep it, once. Raises Problem for what forms would not take."""
    attachments = site_of(request).service.attachments
    try:
        digest = await attachments.deposit(
            visit.organisation, key, name, content, by=visit.person, at=visit.now
        )
    except AttachmentRefused as refused:
        raise _not_taken(refused.reason) from None
    found = await _known(request, visit, key, digest)
    assert found is not None  # noqa: S101 - it was kept just now
    return found


def _not_taken(reason: NotTaken) -> Problem:
    where = "name" if reason == "kind" else ""
    return invalid(Mistake(where, NOT_TAKEN[reason]))
