"""What the bank says of payments: a statement or pasted lines, a dry run, one press, and what came of each payment."""

import asyncio
import json
from collections.abc import Sequence
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

import links
from domain.fundings.commands.payments import ConfirmPayment
from domain.fundings.payment_access import PAYING
from imports.bank_statement import LARGEST, Movement, Statement, StatementNotRead, statement_of
from language import Text
from queries.bank_statement import MOST_PROPOSALS, Said, matched, names_of_items, others_accounts, recorded
from queries.pasted_statement import pasted
from queries.reserved import holds_one_of
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.forms.bulk import Attempt, found_job, go_on, job_named, jobs_of
from web.page import found_at, page
from web.posted import Posted, Posting, PostingFiles
from web.visiting import Visiting
from wording.pages import bank_statement as words
from wording.pages import bulk as job_words
from wording.pages import payments as payment_words
from workspace.jobs import Job, Outcome

router = APIRouter()
_ADDRESS = "/o/{organisation}/paiements/releve"
_COMMANDS = (ConfirmPayment.__name__,)
_PARTS = 3
"""What is said of an item: day, reference, reason."""


@router.get(_ADDRESS)
async def form(request: Request, visit: Visiting) -> Response:
    """Where a statement is handed in, or lines are pasted, by those who pay."""
    _pays(visit)
    return _form(request)


@router.post(_ADDRESS)
async def read(request: Request, visit: Visiting, posted: PostingFiles) -> Response:
    """What the movements would have recorded; or, of a dry run, record what is ticked."""
    _pays(visit)
    if posted.one("do") == "record":
        return await _begun(request, visit, posted)
    lines = posted.one("lines")
    file = posted.files.get("statement")
    movements: list[Movement] = []
    accounts: Sequence[str] = ()
    if file and file.filename:
        try:
            statement = await _statement(file)
            movements, accounts = list(statement.movements), statement.accounts
        except StatementNotRead as not_read:
            return _form(request, words.NOT_READ[not_read.reason], lines)
    found = pasted(lines)
    movements += found.movements
    if not movements and not found.unread:
        return _form(request, words.NOTHING_GIVEN, lines)
    return page(
        request,
        "payments/statement_check.html",
        words=words,
        job_words=job_words,
        found=await matched(visit, movements),
        unread=found.unread,
        others=await others_accounts(visit, accounts),
        job=str(uuid4()),
        carried=_carried,
    )


@router.get(_ADDRESS + "/{job}")
async def progress(request: Request, visit: Visiting, job: str) -> Response:
    """What came of each payment so far."""
    found = await found_job(request, visit, job, _COMMANDS)
    return page(
        request,
        "payments/job.html",
        words=payment_words,
        job_words=job_words,
        title=words.TITLE,
        job=found,
        names=await names_of_items(visit, [one.file for one in found.items]),
        headings=(words.ACT, words.BANK_REFERENCE),
        told={item: (words.act(item), reference) for item, (_, reference, _) in found.typed.items()},
        going_on=f"releve/{job}",
        back=links.payments(visit.organisation, onglet="a-confirmer"),
    )


@router.post(_ADDRESS + "/{job}")
async def resume(request: Request, visit: Visiting, posted: Posting, job: str) -> Response:
    """Go on where it stopped."""
    del posted
    found = await found_job(request, visit, job, _COMMANDS)
    await go_on(visit, jobs_of(request), found, _trying(visit, found))
    return found_at(request, links.payments(visit.organisation, f"releve/{job}"))


def _pays(visit: Visit) -> None:
    if not holds_one_of(visit, PAYING):
        raise NoSuchPage


async def _statement(file: UploadFile) -> Statement:
    """What a file tells, read in a thread: a large one takes seconds. Raises StatementNotRead."""
    content = await file.read(LARGEST + 1)
    return await asyncio.to_thread(statement_of, content)


def _form(request: Request, mistake: Text | None = None, lines: str = "") -> Response:
    status = 422 if mistake else 200
    return page(request, "payments/statement.html", status, words=words, mistake=mistake, lines=lines)


def _carried(item: str, said: Said) -> str:
    """A proposal as a box of the form carries it."""
    return json.dumps([item, *said])


async def _begun(request: Request, visit: Visit, posted: Posted) -> Response:
    """Write the job down, then begin; sent twice, it is one job. Raises NoSuchPage for what is none of our forms."""
    if posted.one("others") and not posted.one("theirs"):
        return _form(request, words.NOT_SAID_OURS)
    jobs, key = jobs_of(request), job_named(posted)
    typed = dict(_ticked(one) for one in posted.all("item")[:MOST_PROPOSALS])
    if not typed:
        return found_at(request, links.payments(visit.organisation, "releve"))
    async with reached():
        await jobs.make(visit.organisation, visit.person, key, ConfirmPayment.__name__, typed, list(typed))
    job = await found_job(request, visit, key, _COMMANDS)
    await go_on(visit, jobs, job, _trying(visit, job))
    return found_at(request, links.payments(visit.organisation, f"releve/{key}"))


def _ticked(text: str) -> tuple[str, Sequence[str]]:
    try:
        item, *said = json.loads(text)
    except (ValueError, TypeError):
        raise NoSuchPage from None
    if not isinstance(item, str) or len(said) != _PARTS or not all(isinstance(one, str) for one in said):
        raise NoSuchPage
    return item, said


def _trying(visit: Visit, job: Job) -> Attempt:
    async def tried(item: str) -> tuple[Outcome, Text | None]:
        day, reference, reason = job.typed[item]
        return await recorded(visit, job.job, item, (day, reference, reason))

    return tried
