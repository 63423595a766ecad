"""Working at a job: file after file, noting each before the next, so that it can go on wherever it stopped."""

import asyncio
from collections.abc import Awaitable, Callable, Container
from time import monotonic
from uuid import uuid4

from fastapi import Request

from language import Text
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.posted import Posted
from web.site import site_of
from workspace.jobs import Job, JobItem, Jobs, Outcome

Attempt = Callable[[str], Awaitable[tuple[Outcome, Text | None]]]
"""Does what a job is about for one of its items; what became of it, and why not. Raises Failure where nobody knows."""

HAND_OVER = "HandOver"
"""What handing over all that somebody has is kept as."""

SECONDS = 10.0
"""How long a request works at a job before it shows how far it has come."""


def jobs_of(request: Request) -> Jobs:
    """Where jobs are kept."""
    return Jobs(site_of(request).service.pool)


def job_named(posted: Posted) -> str:
    """The key of a job that a page made for its form. Raises NoSuchPage for what is none."""
    key = posted.one("job")
    if not key.isascii() or not key.replace("-", "").isalnum() or len(key) > len(str(uuid4())):
        raise NoSuchPage
    return key


async def found_job(request: Request, visit: Visit, job: str, commands: Container[str]) -> Job:
    """A job of the reader's for one of these commands. Raises NoSuchPage for none, and Failure."""
    async with reached():
        found = await jobs_of(request).find(visit.organisation, visit.person, job)
    if found is None or found.command not in commands:
        raise NoSuchPage
    return found


async def go_on(
    visit: Visit, jobs: Jobs, job: Job, attempt: Attempt, seconds: float = SECONDS, *, at_once: int = 1
) -> None:
    """Try the items that are left, so many together, as long as there is time; some at least. Raises Failure."""
    until = monotonic() + seconds
    for first in range(0, len(job.left), at_once):
        some = job.left[first : first + at_once]
        came = zip(some, await asyncio.gather(*map(attempt, some)), strict=True)
        items = [JobItem(one, outcome, (said.fr, said.en) if said else None) for one, (outcome, said) in came]
        async with reached():
            await jobs.settle(visit.organisation, visit.person, job.job, items)
        if monotonic() > until:
            return
