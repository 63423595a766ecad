"""Whether the history can be trusted, what was refused, who signed in, who read what is private: for auditors."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import links.organisation
from queries.audit import AUDITED_FOR, refused_commands
from queries.reserved import needs_one_of
from queries.status import status_of
from queries.visit import Visit, reached
from web.audited import files_by_name, subject_of
from web.page import found_at, page
from web.posted import Posting
from web.site import site_of
from web.visiting import Visiting
from wording.details import called
from wording.pages import audit as words
from wording.pages import refusals as refusal_words

router = APIRouter()
_AT_ONCE = 50
_LONGEST = 10**15
Before = Annotated[int | None, Query(alias="avant", ge=0, le=_LONGEST)]


@router.get("/o/{organisation}/audit")
async def audit(request: Request, visit: Visiting) -> Response:
    """The last verification and the one that is under way; how lists and ledger stand."""
    needs_one_of(visit, AUDITED_FOR)
    runs = site_of(request).service.verifications
    async with reached():
        latest, through = await runs.latest(visit.organisation), await runs.last_through(visit.organisation)
        names = await visit.names({one.person for one in (latest, through) if one})
    return page(
        request,
        "audit/audit.html",
        words=words,
        latest=latest,
        through=through,
        person=lambda one: called(one, names),
        standing=await status_of(visit.service, visit.organisation),
    )


@router.post("/o/{organisation}/audit")
async def verify(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Verify it now, or stop doing so."""
    needs_one_of(visit, AUDITED_FOR)
    site = site_of(request)
    async with reached():
        if posted.one("do") == "stop":
            await site.service.verifications.stop(visit.organisation)
        else:
            await site.verifications.begin(visit.organisation, visit.person)
    return found_at(request, links.organisation.audit(visit.organisation))


@router.get("/o/{organisation}/audit/refus")
async def refused(request: Request, visit: Visiting, before: Before = None) -> Response:
    """Who wanted what, and the sentence that they got."""
    needs_one_of(visit, AUDITED_FOR)
    found = await refused_commands(visit, before, _AT_ONCE)
    return page(
        request,
        "audit/refused.html",
        words=words,
        part="refus",
        rows=found.rows,
        about=await files_by_name(visit, [one.file for one in found.rows if one.file]),
        person=lambda one: called(one, found.names),
        tried=refusal_words.tried,
        following=links.organisation.audit(visit.organisation, "refus", avant=found.after)
        if found.after
        else None,
    )


@router.get("/o/{organisation}/audit/connexions")
async def sign_ins(request: Request, visit: Visiting, before: Before = None) -> Response:
    """Who came in, or tried to."""
    needs_one_of(visit, AUDITED_FOR)
    access = site_of(request).access
    async with reached():
        found = await access.sign_ins.of_organisation(visit.organisation, before, _AT_ONCE + 1)
        names = await visit.names({one.person for one in found})
    return page(
        request,
        "audit/sign_ins.html",
        words=words,
        part="connexions",
        rows=found[:_AT_ONCE],
        person=lambda one: called(one, names),
        following=_following(visit, "connexions", found[:_AT_ONCE], len(found)),
    )


@router.get("/o/{organisation}/audit/lectures")
async def readings(request: Request, visit: Visiting, before: Before = None) -> Response:
    """Who read documents, bank details, addresses of others."""
    needs_one_of(visit, AUDITED_FOR)
    access = site_of(request).access
    async with reached():
        found = await access.readings.latest(visit.organisation, _AT_ONCE + 1, before)
        rows = found[:_AT_ONCE]
        names = await visit.names({one.person for one in rows} | {one.file for one in rows})
    about = await files_by_name(visit, [one.file for one in rows if one.what == "document"])
    return page(
        request,
        "audit/readings.html",
        words=words,
        part="lectures",
        rows=rows,
        person=lambda one: called(one, names),
        subject=lambda one: subject_of(one, about, names),
        following=_following(visit, "lectures", rows, len(found)),
    )


def _following(visit: Visit, part: str, rows: Sequence[object], found: int) -> str | None:
    """Where the next page begins."""
    last = rows[-1] if found > len(rows) else None
    return links.organisation.audit(visit.organisation, part, avant=getattr(last, "id", 0)) if last else None
