"""Starting, through Temporal's client, what is done once for an organisation, and finding who does it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, timedelta

from temporalio.api.enums.v1 import PendingActivityState
from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionExecutionStartWorkflow,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleIntervalSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleSpec,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.service import RPCError, RPCStatusCode

from activities.organisation_activities import Whose
from application.lives.waking import WakeFailed
from application.ports import WorksFor
from workflows.organisation import OrganisationWorkflow, SweepWorkflow

DAILY = timedelta(days=1)
SPREAD = timedelta(hours=2)
"""Within which the sweeps of a day begin, so that those of many organisations do not meet."""
LATE = timedelta(hours=6)
"""A sweep that Temporal missed is made up for within so long."""


class TemporalOrganisations:
    """The workflows and schedules of organisations in one namespace, on one task queue."""

    def __init__(self, client: Client, task_queue: str) -> None:
        self._client = client
        self._task_queue = task_queue

    async def establish(self, organisation: str) -> None:
        """Have its ledger followed from now on, and its files swept daily. Safe to repeat. Raises WakeFailed."""
        whose = Whose(organisation=organisation)
        try:
            await self._client.start_workflow(
                OrganisationWorkflow.run,
                whose,
                id=_workflow_id(organisation),
                task_queue=self._task_queue,
                id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
                id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
                static_summary=organisation,
            )
            with suppress(ScheduleAlreadyRunningError):
                await self._client.create_schedule(
                    _sweep_id(organisation), self._daily(whose), trigger_immediately=True
                )
        except RPCError as error:
            raise WakeFailed(f"Temporal: {error.status.name}") from error

    async def dismiss(self, organisation: str, reason: str) -> None:
        """End its workflow and its sweeps, for good. Safe to repeat. Raises WakeFailed."""
        schedule = self._client.get_schedule_handle(_sweep_id(organisation))
        with _there():
            await self._client.get_workflow_handle(_workflow_id(organisation)).terminate(reason)
        with _there():
            for one in (await schedule.describe()).info.running_actions:
                if isinstance(one, ScheduleActionExecutionStartWorkflow):
                    with _there():
                        await self._client.get_workflow_handle(one.workflow_id).terminate(reason)
            await schedule.delete()

    async def works_for(self, organisation: str) -> WorksFor | None:
        """Who works for it now; None if nobody does. Raises WakeFailed."""
        handle = self._client.get_workflow_handle(_workflow_id(organisation))
        try:
            described = (await handle.describe()).raw_description
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return None
            raise WakeFailed(f"Temporal: {error.status.name}") from error
        for pending in described.pending_activities:
            if pending.state == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED:
                since = pending.last_started_time.ToDatetime(tzinfo=UTC)
                return WorksFor(pending.last_worker_identity, since)
        return None

    def _daily(self, whose: Whose) -> Schedule:
        return Schedule(
            action=ScheduleActionStartWorkflow(
                SweepWorkflow.run,
                whose,
                id=_sweep_id(whose.organisation),
                task_queue=self._task_queue,
                static_summary=whose.organisation,
            ),
            spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=DAILY)], jitter=SPREAD),
            policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=LATE),
        )


@contextmanager
def _there() -> Iterator[None]:
    """What is not there need not be ended. Raises WakeFailed if Temporal does not say."""
    try:
        yield
    except RPCError as error:
        if error.status is not RPCStatusCode.NOT_FOUND:
            raise WakeFailed(f"Temporal: {error.status.name}") from error


def _workflow_id(organisation: str) -> str:
    return f"organisation:{organisation}"


def _sweep_id(organisation: str) -> str:
    return f"sweep:{organisation}"
