"""What people outside hand in by a link: the links of a file for whoever may record it, and the door for the others.

Nothing that comes is recorded: whoever is in charge opens the command that takes it in, filled with what came.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
import links.deposits
from access.deposits import Deposited, DepositLink
from domain.files.related import RelatedFile
from domain.kernel.ids import funding_stream
from domain.kernel.moments import day_of
from language import Text
from queries.deposits import Wanted, lasts_until, may_take, meant, wanted_for
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.page import found_at, page
from web.posted import Posting
from web.site import site_of
from web.visiting import Visiting
from wording.pages import deposits as words
from wording.punctuation import capitalised

router = APIRouter()


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A link with what came by it; ``taking_in``: the form that records it, None where that is not the reader's."""

    file: str
    name: Text
    open: bool
    ends_on: date
    came: Sequence[Deposited]
    taking_in: str | None
    closing: str


@router.get("/o/{organisation}/financements/{key}/depots")
async def of_funding(request: Request, visit: Visiting, key: str) -> Response:
    """The links of a funding."""
    return await _drawn(request, visit, funding_stream(key))


@router.get("/o/{organisation}/dossiers/{key}/depots")
async def of_cooperation(request: Request, visit: Visiting, key: str) -> Response:
    """Those of a cooperation."""
    return await _drawn(request, visit, key)


@router.post("/o/{organisation}/financements/{key}/depots")
async def ask_for_funding(request: Request, visit: Visiting, key: str, posted: Posting) -> Response:
    """Make a link, which is shown once."""
    return await _asked(request, visit, funding_stream(key), posted.one("kind"), posted.one("part"))


@router.post("/o/{organisation}/dossiers/{key}/depots")
async def ask_for_cooperation(request: Request, visit: Visiting, key: str, posted: Posting) -> Response:
    """The same for what was asked of a cooperation."""
    return await _asked(request, visit, key, posted.one("kind"), posted.one("part"))


@router.post("/o/{organisation}/depots/{deposit}")
async def close(request: Request, visit: Visiting, deposit: str, posted: Posting) -> Response:
    """Close a link of a file that the person may record for."""
    del posted  # its token was checked
    deposits = site_of(request).deposits
    async with reached():
        link = await deposits.one(visit.organisation, deposit)
        if link is None or await may_take(visit, link) is None:
            raise NoSuchPage
        await deposits.take(visit.organisation, deposit, visit.person)
    return found_at(request, links.deposits.of_file(visit.organisation, link.file))


async def _asked(request: Request, visit: Visit, key: str, kind: str, part: str) -> Response:
    async with reached():
        file, wanted = await wanted_for(visit, key)
        one = next((one for one in wanted if (one.kind, one.part) == (kind, part)), None)
        if one is None:
            raise NoSuchPage
        link = DepositLink(
            organisation=visit.organisation,
            deposit=uuid4().hex,
            file=file.key,
            kind=one.kind,
            part=part,
            asked_by=visit.person,
            asked_at=visit.now,
            ends_at=lasts_until(visit.now),
        )
        token = await site_of(request).deposits.ask(link)
    made = links.absolute(site_of(request).address, links.deposits.by_link(token))
    return await _drawn(request, visit, key, made)


async def _drawn(request: Request, visit: Visit, key: str, made: str = "") -> Response:
    async with reached():
        file, wanted = await wanted_for(visit, key)
        every = await site_of(request).deposits.of_files(visit.organisation, [file.key])
        key_of_all = file.cooperation if isinstance(file, RelatedFile) else file.key
        cooperation = await visit.cooperation(key_of_all)
        shown = [await _shown(visit, one, wanted) for one in every]
    answer = page(
        request,
        "deposits/of_file.html",
        words=words,
        key=file.key,
        name=cooperation.name if cooperation else "",
        wanted=wanted,
        found=[one for one in shown if one],
        made=made,
        zone=visit.zone,
    )
    if made:
        answer.headers["Cache-Control"] = "no-store"
    return answer


async def _shown(visit: Visit, link: DepositLink, wanted: Sequence[Wanted]) -> LinkShown | None:
    """None for a link by which nothing came, and of which nothing is awaited any more."""
    one = next((one for one in wanted if (one.kind, one.part) == (link.kind, link.part)), None)
    known = one or await meant(visit, link)
    if known is None and not link.came:
        return None
    return LinkShown(
        file=link.file,
        name=capitalised(known.name) if known else words.OVER,
        open=link.open_at(visit.now) and known is not None,
        ends_on=day_of(link.ends_at, visit.zone),
        came=link.came,
        taking_in=_taking_in(visit, one, link) if one else None,
        closing=links.deposits.take(visit.organisation, link.deposit),
    )


def _taking_in(visit: Visit, wanted: Wanted, link: DepositLink) -> str:
    """The form of the command, with the last document that came, where the command names one."""
    document = {"document": link.came[-1].digest} if link.came and wanted.kind == "report" else {}
    return links.form(visit.organisation, wanted.command, {**wanted.fields, **document})
