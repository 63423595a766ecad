"""Recording what a sheet brings, as a job: some rows at a time, each noted, so that it goes on wherever it stopped."""

from language import Text
from queries.importing.recording import record, units_of
from queries.visit import Visit
from web.forms.bulk import go_on
from web.sheets.kept import Sent, plan_for
from workspace.jobs import Job, Jobs, Outcome

OF_SHEETS = "import/"
"""What a job of sheets says in the place of a command, before the kind of the sheet."""

AT_ONCE = 100
"""Units that are sent together: they share one append."""


def command_of(sent: Sent) -> str:
    """What a job of sheets says in the place of a command."""
    return f"{OF_SHEETS}{sent.kind.key}"


async def work_at(visit: Visit, jobs: Jobs, job: Job, sent: Sent) -> None:
    """Record the units that are left, as long as there is time. Raises Failure."""
    plan = await plan_for(visit, sent, sent.kept.columns, zeros=sent.kept.zeros)
    units = units_of(plan)

    async def attempt(row: str) -> tuple[Outcome, Text | None]:
        ready = units.get(int(row))
        if ready is None:  # what it spoke of is there no more
            return "refused", next((one.message for one in plan.wrong if one.row == int(row)), None)
        return await record(visit, plan, ready)

    await go_on(visit, jobs, job, attempt, at_once=AT_ONCE)
