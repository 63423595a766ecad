"""Working at a job: file after file, noting each before the next, so that it can go on wherever it stopped."""

from time import monotonic

from fastapi import Request

from domain.kernel.command import Command
from queries.bulk import tried
from queries.visit import Visit, reached
from web.site import site_of
from workspace.jobs import Job, JobItem, Jobs

SECONDS = 10.0
"""How long a request works at a job before it shows how far it has come."""


def jobs_of(request: Request) -> Jobs:
    """Where jobs are kept."""
    return Jobs(site_of(request).service.pool)


async def go_on(visit: Visit, jobs: Jobs, job: Job, command: type[Command], seconds: float = SECONDS) -> None:
    """Try the files that are left, as long as there is time; one at least. Raises Failure."""
    until = monotonic() + seconds
    for file in job.left:
        outcome, said = await tried(visit, command, job.typed, job.job, file)
        item = JobItem(file, outcome, (said.fr, said.en) if said else None)
        async with reached():
            await jobs.settle(visit.organisation, visit.person, job.job, item)
        if monotonic() > until:
            return
