"""What an organisation's files have in common on Temporal: one worker works for them, and a sweep mends daily."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.failures import UNKNOWN_ORGANISATION
    from activities.organisation_activities import TURN, OrganisationActivities, Swept, Whose

HEARTBEAT = timedelta(seconds=6)
"""A worker that is silent for so long is dead: another one goes on."""
AGAIN = RetryPolicy(initial_interval=timedelta(seconds=1), backoff_coefficient=1)
"""Without end, and always as soon: a worker that dies after years is replaced as quickly as on the first day."""
LONGEST_SWEEP = timedelta(hours=6)
SWEEP_AGAIN = RetryPolicy(initial_interval=timedelta(seconds=10), maximum_interval=timedelta(minutes=10))


def queue_of_organisations(task_queue: str) -> str:
    """Where the long activities wait: apart, so that many organisations leave room for the short ones of files."""
    return f"{task_queue}-organisations"


@workflow.defn(name="Organisation")
class OrganisationWorkflow:
    """Lives as long as the organisation has a ledger."""

    @workflow.run
    async def run(self, whose: Whose) -> None:
        """Have one worker work for it, whichever; then go on as a new run."""
        try:
            await workflow.execute_activity_method(
                OrganisationActivities.work_for,
                whose,
                task_queue=queue_of_organisations(workflow.info().task_queue),
                start_to_close_timeout=2 * TURN,
                heartbeat_timeout=HEARTBEAT,
                retry_policy=AGAIN,
                summary=whose.organisation,
            )
        except ActivityError as error:
            if _is_without_ledger(error):
                return
            raise
        workflow.continue_as_new(whose)


@workflow.defn(name="Sweep")
class SweepWorkflow:
    """Mends daily what nobody was woken for."""

    @workflow.run
    async def run(self, whose: Whose) -> Swept | None:
        """Sweep once, on whichever worker; what was found and done, nothing if there is no such ledger."""
        try:
            return await workflow.execute_activity_method(
                OrganisationActivities.sweep,
                whose,
                task_queue=queue_of_organisations(workflow.info().task_queue),
                start_to_close_timeout=LONGEST_SWEEP,
                heartbeat_timeout=HEARTBEAT,
                retry_policy=SWEEP_AGAIN,
                summary=whose.organisation,
            )
        except ActivityError as error:
            if _is_without_ledger(error):
                return None
            raise


def _is_without_ledger(error: ActivityError) -> bool:
    return isinstance(error.cause, ApplicationError) and error.cause.type == UNKNOWN_ORGANISATION
