"""The door of a deposit link: somebody outside hands documents in, and sees nothing but what they handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from access.deposits import Deposited, DepositLink
from domain.kernel.moments import day_of
from language import Text
from queries.deposits import meant
from queries.visit import Visit, introduced, reached
from vault.media import LARGEST, AttachmentRefused
from web.page import page
from web.posted import read_form
from web.signing_in import NO_STORE
from web.site import site_of
from wording.pages import deposits as words
from wording.pages.forms import NOT_TAKEN

router = APIRouter()
MOST_DOCUMENTS, MOST_BYTES = 10, 50_000_000
"""By one link, within a day."""
_LONGEST_NOTE = 2_000
_UNSEEN = NO_STORE | {"Referrer-Policy": "no-referrer"}


@dataclass(frozen=True, slots=True)
class Open:
    """A link that is good: whose organisation, what for."""

    visit: Visit
    link: DepositLink
    what: Text


@router.api_route("/d/{token}", methods=["GET", "HEAD"])
async def look(request: Request, token: str) -> Response:
    """What is asked for, and what came already."""
    found = await _open(request, token)
    return _drawn(request, found) if found else _over(request)


@router.post("/d/{token}")
async def hand_in(request: Request, token: str) -> Response:
    """Keep the documents, and give a receipt; the same document twice is one."""
    found = await _open(request, token)
    if found is None:
        return _over(request)
    posted = await read_form(request, with_files=True)
    note = posted.one("note").replace("\0", "")[:_LONGEST_NOTE].strip()
    sent = [one for one in posted.uploads.get("documents", ()) if one.filename]
    wrong = words.NO_FILE if not sent else await _kept(request, found, sent, note)
    again = await _open(request, token)
    return _drawn(request, again or found, wrong, note if wrong else "", handed_in=wrong is None)


async def _open(request: Request, token: str) -> Open | None:
    """None for a link that is none, has ended or was closed, and once nothing is awaited any more."""
    site = site_of(request)
    async with reached():
        link = await site.deposits.by_token(token)
        if link is None:
            return None
        visit = await introduced(site.service, link.organisation, "", anybody=True)
        what = await meant(visit, link) if link.open_at(visit.now) else None
    return Open(visit, link, what.name) if what else None


async def _kept(request: Request, found: Open, sent: Sequence[UploadFile], note: str) -> Text | None:
    """Why the documents are not taken; None once all of them are kept. None of them is, if one is not taken."""
    contents = [await one.read(LARGEST + 1) for one in sent]
    since = found.visit.now - timedelta(days=1)
    lately = [one for one in found.link.came if one.at > since]
    sizes = [*(one.size for one in lately), *map(len, contents)]
    if len(sizes) > MOST_DOCUMENTS or sum(sizes) > MOST_BYTES:
        return words.TOO_MANY
    service, link, now = site_of(request).service, found.link, found.visit.now
    for one, content in zip(sent, contents, strict=True):
        name = one.filename or ""
        try:
            digest = await service.attachments.deposit(
                link.organisation, link.file, name, content, by=f"deposit/{link.deposit}", at=now
            )
        except AttachmentRefused as refused:
            return NOT_TAKEN[refused.reason]
        await site_of(request).deposits.hand_in(link, Deposited(digest, name[-180:], len(content), note, now))
    return None


def _drawn(
    request: Request, found: Open, wrong: Text | None = None, note: str = "", *, handed_in: bool = False
) -> Response:
    answer = page(
        request,
        "deposits/door.html",
        422 if wrong else 200,
        words=words,
        organisation=found.visit.people.name,
        what=found.what,
        ends_on=day_of(found.link.ends_at, found.visit.zone),
        came=found.link.came,
        zone=found.visit.zone,
        wrong=wrong,
        note=note,
        handed_in=handed_in,
    )
    answer.headers.update(_UNSEEN)
    return answer


def _over(request: Request) -> Response:
    answer = page(request, "deposits/over.html", 404, words=words)
    answer.headers.update(_UNSEEN)
    return answer
