"""Many tranches approved, or their payments ordered, by one press: a look at them first, then what came of each."""

from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from queries.tranches_in_bulk import COMMANDS, MOST, foreseen, names_of, recorded
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.forms.bulk import Attempt, found_job, go_on, job_named, jobs_of
from web.page import found_at, page
from web.posted import Posted, Posting
from web.visiting import Visiting
from wording.commands import COMMANDS as COMMAND_WORDS
from wording.pages import bulk as job_words
from wording.pages import payments as words
from workspace.jobs import Job

router = APIRouter()
_ADDRESS = "/o/{organisation}/paiements/lot"


@router.post(_ADDRESS)
async def sent(request: Request, visit: Visiting, posted: Posting) -> Response:
    """What is ticked, each as it stands now; or, of what was looked at, record it."""
    command = posted.one("command")
    if command not in COMMANDS:
        raise NoSuchPage
    if posted.one("do") == "record":
        return await _begun(request, visit, posted)
    rows = await foreseen(visit, command, frozenset(posted.all("payment")))
    return page(
        request,
        "payments/tranches_check.html",
        words=words,
        job_words=job_words,
        title=COMMAND_WORDS[command],
        command=command,
        job=str(uuid4()),
        possible=[one for one in rows if not one.why],
        others=[one for one in rows if one.why],
    )


@router.get(_ADDRESS + "/{job}")
async def progress(request: Request, visit: Visiting, job: str) -> Response:
    """What came of each tranche so far."""
    found = await found_job(request, visit, job, COMMANDS)
    return page(
        request,
        "payments/job.html",
        words=words,
        job_words=job_words,
        title=COMMAND_WORDS[found.command],
        job=found,
        names=await names_of(visit, [one.file for one in found.items]),
        headings=(),
        told={},
        going_on=f"lot/{job}",
        back=links.payments(visit.organisation),
    )


@router.post(_ADDRESS + "/{job}")
async def resume(request: Request, visit: Visiting, posted: Posting, job: str) -> Response:
    """Go on where it stopped."""
    del posted
    found = await found_job(request, visit, job, COMMANDS)
    await go_on(visit, jobs_of(request), found, _attempt(visit, found))
    return found_at(request, links.payments(visit.organisation, f"lot/{job}"))


async def _begun(request: Request, visit: Visit, posted: Posted) -> Response:
    """Write the job down, then begin; sent twice, it is one job."""
    jobs, key, command = jobs_of(request), job_named(posted), posted.one("command")
    items = list(dict.fromkeys(posted.all("payment")[:MOST]))
    if not items:
        return found_at(request, links.payments(visit.organisation))
    async with reached():
        await jobs.make(visit.organisation, visit.person, key, command, {}, items)
    job = await found_job(request, visit, key, COMMANDS)
    await go_on(visit, jobs, job, _attempt(visit, job))
    return found_at(request, links.payments(visit.organisation, f"lot/{key}"))


def _attempt(visit: Visit, job: Job) -> Attempt:
    """Giving the command for a tranche."""
    return lambda item: recorded(visit, job.job, job.command, item)
