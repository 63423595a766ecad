"""The Temporal worker that runs the workflows and their activities."""

from collections.abc import Sequence
from datetime import timedelta

from temporalio.client import Client
from temporalio.worker import Interceptor, Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from activities.file_activities import FileActivities
from activities.organisation_activities import OrganisationActivities
from workflows.cooperation import CooperationWorkflow
from workflows.funding import FundingWorkflow
from workflows.organisation import OrganisationWorkflow, SweepWorkflow, queue_of_organisations
from workflows.releases import versioned
from workflows.review import ReviewWorkflow

GRACE = timedelta(seconds=10)
"""How long activities may finish when the worker is told to stop."""
STICKY = timedelta(seconds=2)
"""How long a workflow waits for the worker that had it in memory, which may have been killed, before any takes it."""
BEATS = timedelta(seconds=1.5)
"""How often a long activity tells Temporal that it is alive; silent four times as long, it is taken for dead."""
ORGANISATIONS = 1_000
"""For so many organisations a worker works at once."""
CACHED = 300
"""Workflows kept in memory, the last ones woken, about 0.1 MB each; others are replayed, in some 20 ms."""
OURS = (
    "activities",
    "application",
    "domain",
    "workflows.activity_calls",
    "search_attributes",
    "workflows.run",
    "workflows.shown",
    "wording.standing",
)
"""Loaded once for all workflows instead of once for each: 30 KiB of memory against 390."""
RESTRICTIONS = SandboxRestrictions.default.with_passthrough_modules(*OURS)
"""What workflows may not touch: all that would make them decide differently from one replay to the next."""


def temporal_worker(
    client: Client,
    task_queue: str,
    file_activities: FileActivities,
    interceptors: Sequence[Interceptor] = (),
    build: str = "",
) -> Worker:
    """A worker for the workflows of ``task_queue``; start more of them, anywhere, to do more at once.

    With a ``build`` it gets the lives of the build that was released last, if that is its own (``releases``).
    """
    return Worker(
        client,
        task_queue=task_queue,
        workflows=[CooperationWorkflow, ReviewWorkflow, FundingWorkflow, OrganisationWorkflow, SweepWorkflow],
        activities=[
            file_activities.assess,
            file_activities.issue_reminder,
            file_activities.conclude_review,
            file_activities.perform_act,
            file_activities.alert,
        ],
        workflow_runner=SandboxedWorkflowRunner(RESTRICTIONS),
        interceptors=interceptors,
        deployment_config=versioned(task_queue, build),
        graceful_shutdown_timeout=GRACE,
        max_cached_workflows=CACHED,
        sticky_queue_schedule_to_start_timeout=STICKY,
    )


def organisation_worker(
    client: Client,
    task_queue: str,
    organisation_activities: OrganisationActivities,
    interceptors: Sequence[Interceptor] = (),
    build: str = "",
) -> Worker:
    """A worker for what is done once for each organisation of ``task_queue``; of several, each has some of them."""
    return Worker(
        client,
        task_queue=queue_of_organisations(task_queue),
        activities=[organisation_activities.work_for, organisation_activities.sweep],
        interceptors=interceptors,
        deployment_config=versioned(task_queue, build),
        graceful_shutdown_timeout=GRACE,
        max_concurrent_activities=ORGANISATIONS,
        max_heartbeat_throttle_interval=BEATS,
    )
