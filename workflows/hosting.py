"""The Temporal worker that runs the workflows and their activities."""

from collections.abc import Sequence
from datetime import timedelta

from temporalio.client import Client
from temporalio.worker import Interceptor, Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from activities.file_activities import FileActivities
from workflows.cooperation import CooperationWorkflow
from workflows.funding import FundingWorkflow
from workflows.releases import versioned
from workflows.review import ReviewWorkflow

GRACE = timedelta(seconds=10)
"""How long activities may finish when the worker is told to stop."""
STICKY = timedelta(seconds=2)
"""How long a workflow waits for the worker that had it in memory, which may have been killed, before any takes it."""
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
    """A worker for ``task_queue``; start more of them, anywhere, to do more at once.

    With a ``build`` it gets the lives of the build that was released last, if that is its own (``releases``).
    """
    return Worker(
        client,
        task_queue=task_queue,
        workflows=[CooperationWorkflow, ReviewWorkflow, FundingWorkflow],
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
