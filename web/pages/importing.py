"""Bringing sheets in: which, how each row would be taken, recording what passes, giving the sheet back."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

import links.sheets
from exports.list_xlsx import MEDIA_TYPE
from imports.sheets import LARGEST, SheetNotRead
from language import Text, say
from queries.importing.headings import Columns, headings
from queries.importing.registry import KINDS, WHOSE, kinds_of
from queries.reserved import needs_one_of
from queries.visit import Visit, reached
from web.downloads.answer import given_out
from web.failures import NoSuchPage
from web.forms.bulk import jobs_of
from web.page import found_at, page
from web.posted import Posted, Posting, PostingFiles
from web.proving import must_prove, to_proof
from web.sheets.given_back import given_back
from web.sheets.kept import Sent, remember, sent_as, sheets_of, taken_in, try_again
from web.sheets.recording import command_of, work_at
from web.sheets.template import template_of
from web.visiting import Visiting
from wording.importing.columns import HEADINGS
from wording.importing.columns import KINDS as KIND_NAMES
from wording.importing.result import STATES
from wording.pages import importing as words
from workspace.jobs import Job

router = APIRouter()
_SHOWN = 200
"""Mistakes on a page; the sheet that goes back has them all."""


@router.get("/o/{organisation}/importer")
async def choose(request: Request, visit: Visiting) -> Response:
    """Which kind, which file; what was sent before."""
    needs_one_of(visit, WHOSE)
    return await _asked(request, visit, 200, None, request.query_params.get("genre", ""))


@router.post("/o/{organisation}/importer")
async def send(request: Request, visit: Visiting, posted: PostingFiles) -> Response:
    """Take the sheet in and try it; nothing is recorded."""
    needs_one_of(visit, WHOSE)
    kind = next((one for one in kinds_of(visit) if one.key == posted.one("kind")), None)
    if kind is None:
        return await _asked(request, visit, 422, words.NO_KIND, "")
    file = posted.files.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        return await _asked(request, visit, 422, words.NO_FILE, kind.key)
    try:
        job = await taken_in(request, visit, kind, file.filename[:200], await file.read(LARGEST + 1))
    except SheetNotRead as refused:
        return await _asked(request, visit, 422, words.NOT_READ[refused.reason], kind.key)
    return found_at(request, links.sheets.sheet(visit.organisation, job))


@router.get("/o/{organisation}/importer/modele/{kind}")
async def template(visit: Visiting, kind: str) -> Response:
    """The workbook of a kind to be filled in."""
    needs_one_of(visit, WHOSE)
    if kind not in KINDS:
        raise NoSuchPage
    return given_out(template_of(visit, KINDS[kind]), words.template_name(kind), MEDIA_TYPE)


@router.get("/o/{organisation}/importer/{job}")
async def sheet(request: Request, visit: Visiting, job: str) -> Response:
    """How its rows would be taken; once that began, what became of them."""
    return await _shown(request, visit, await sent_as(request, visit, job), 200)


@router.post("/o/{organisation}/importer/{job}")
async def act(request: Request, visit: Visiting, posted: Posting, job: str) -> Response:
    """Read it otherwise, put zeros back, record it, or go on recording."""
    sent = await sent_as(request, visit, job)
    begun = await _job(request, visit, sent)
    match posted.one("do"):
        case "columns" if begun is None:
            columns = _columns(sent, posted)
            await remember(request, visit, sent, columns)
            await try_again(request, visit, sent, columns, zeros=sent.kept.zeros)
        case "zeros" if begun is None:
            await try_again(request, visit, sent, sent.kept.columns, zeros=True)
        case "record" | "all" as how:
            return await _record(request, visit, sent, begun, everything=how == "all")
        case "resume" if begun is not None:
            await work_at(visit, jobs_of(request), begun, sent)
    return found_at(request, links.sheets.sheet(visit.organisation, sent.job))


@router.get("/o/{organisation}/importer/{job}/resultat")
async def back(request: Request, visit: Visiting, job: str) -> Response:
    """The same file with its results."""
    sent = await sent_as(request, visit, job)
    return await given_back(request, visit, sent, await _job(request, visit, sent))


async def _record(
    request: Request, visit: Visit, sent: Sent, begun: Job | None, *, everything: bool
) -> Response:
    """Begin, or go on; with ``everything`` only if every row would still be taken. Pressed twice, it is one job."""
    if any(must_prove(request, one) for one in sent.kind.commands):
        return to_proof(request, links.sheets.sheet(visit.organisation, sent.job))
    jobs, whose = jobs_of(request), (visit.organisation, visit.person, sent.job)
    if begun is None:
        if everything:
            sent = await try_again(request, visit, sent, sent.kept.columns, zeros=sent.kept.zeros)
            if sent.counts["refused"] or sent.counts["unreadable"]:
                return await _shown(request, visit, sent, 409, words.NOT_ALL)
        if not sent.units:
            return await _shown(request, visit, sent, 409, words.NOTHING_LEFT)
        async with reached():
            await jobs.make(*whose, command_of(sent), {}, sent.units)
            begun = await jobs.find(*whose)
    if begun is not None:
        await work_at(visit, jobs, begun, sent)
    return found_at(request, links.sheets.sheet(visit.organisation, sent.job))


async def _job(request: Request, visit: Visit, sent: Sent) -> Job | None:
    async with reached():
        found = await jobs_of(request).find(visit.organisation, visit.person, sent.job)
    return found if found is not None and found.command == command_of(sent) else None


def _columns(sent: Sent, posted: Posted) -> Columns:
    """What was chosen; a field that is chosen twice is the first of both."""
    found: dict[int, str] = {}
    for number in range(len(sent.sheet.heading.cells)):
        field = posted.one(f"column-{number}")
        if sent.kind.column(field) and field not in found.values():
            found[number] = field
    return found


async def _asked(request: Request, visit: Visit, status: int, mistake: Text | None, chosen: str) -> Response:
    async with reached():
        before = await sheets_of(request).of(visit.organisation, visit.person)
    return page(
        request,
        "importing/choose.html",
        status,
        words=words,
        kinds=[one.key for one in kinds_of(visit)],
        chosen=chosen,
        mistake=mistake,
        before=[one for one in before if one.kind in KIND_NAMES],
    )


async def _shown(
    request: Request, visit: Visit, sent: Sent, status: int, notice: Text | None = None
) -> Response:
    job = await _job(request, visit, sent)
    wrong = [one for one in sent.rows if one.state in ("refused", "unreadable")]
    return page(
        request,
        "importing/sheet.html",
        status,
        words=words,
        sent=sent,
        notice=notice,
        job=job,
        became=_became(sent, job) if job else None,
        states=STATES,
        wrong=wrong[:_SHOWN],
        more=len(wrong) - _SHOWN,
        lost=sum(one.zeros for one in wrong),
        headings=headings(sent.sheet.heading),
        fields=[
            (one.field, words.heading(say(HEADINGS[one.field]), one.required)) for one in sent.kind.columns
        ],
        missing=", ".join(say(HEADINGS[one.field]) for one in sent.missing),
    )


def _became(sent: Sent, job: Job) -> Sequence[int]:
    """How many rows were recorded, refused, and are left."""
    rows = dict.fromkeys(("recorded", "refused", None), 0)
    for one in job.items:
        rows[one.outcome] += sent.sizes[one.file]
    return rows["recorded"], rows["refused"], rows[None]
