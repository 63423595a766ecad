"""Starting, waking and finding the workflows of cooperations, through Temporal's client."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from temporalio.client import (
    Client,
    RPCTimeoutOrCancelledError,
    WithStartWorkflowOperation,
    WorkflowUpdateFailedError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError

from application.waking import WakeFailed
from domain.ids import workflow_id
from workflows.cooperation import CooperationWorkflow
from workflows.run import TURNOVER, CooperationRun

PATIENCE = timedelta(seconds=10)
"""How long a wake is waited for; the workflow catches up all the same if it takes longer."""


class TemporalLifecycles:
    """The cooperations' workflows in one namespace, on one task queue."""

    def __init__(
        self, client: Client, task_queue: str, *, turnover: int = TURNOVER, patience: timedelta = PATIENCE
    ) -> None:
        self._client = client
        self._task_queue = task_queue
        self._turnover = turnover
        self._patience = patience

    async def catch_up(self, organisation: str, cooperation: str, position: int) -> int:
        """Start or wake the file's workflow; the position it has seen once it has caught up.

        Raises WakeFailed if it did not within ten seconds, or is in trouble.
        """
        start = self._start(organisation, cooperation)
        try:
            return await self._client.execute_update_with_start_workflow(
                CooperationWorkflow.catch_up,
                position,
                start_workflow_operation=start,
                rpc_timeout=self._patience,
            )
        except (RPCTimeoutOrCancelledError, WorkflowUpdateFailedError, RPCError) as error:
            with suppress(Exception, asyncio.CancelledError):
                await (
                    start.workflow_handle()
                )  # has failed with it: left unread, it would be logged as forgotten
            _stop_if_cancelled()
            raise WakeFailed(_reason(error)) from error

    async def running(self, organisation: str) -> Sequence[str]:
        """The cooperations that have a running workflow, as far as Temporal's list knows (a second behind).

        Raises WakeFailed if Temporal does not say.
        """
        prefix = workflow_id(organisation, "")
        query = f"WorkflowId STARTS_WITH '{prefix}' AND ExecutionStatus = 'Running'"
        try:
            return [found.id.removeprefix(prefix) async for found in self._client.list_workflows(query)]
        except RPCError as error:
            raise WakeFailed(_reason(error)) from error

    def _start(
        self, organisation: str, cooperation: str
    ) -> WithStartWorkflowOperation[CooperationWorkflow, None]:
        return WithStartWorkflowOperation(
            CooperationWorkflow.run,
            CooperationRun(organisation=organisation, cooperation=cooperation, turnover=self._turnover),
            id=workflow_id(organisation, cooperation),
            task_queue=self._task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
            static_summary=f"{cooperation} ({organisation})",
        )


def _reason(error: RPCTimeoutOrCancelledError | WorkflowUpdateFailedError | RPCError) -> str:
    """Why a wake failed, as a code: the workflow's own trouble, or Temporal's."""
    match error:
        case WorkflowUpdateFailedError(cause=ApplicationError(type=str(trouble))):
            return trouble
        case WorkflowUpdateFailedError(cause=cause):
            return type(cause).__name__
        case RPCError(status=status):
            return f"Temporal: {status.name}"
    return "Timeout"


def _stop_if_cancelled() -> None:
    """The client turns cancellation of the calling task into an error of its own: turn it back."""
    task = asyncio.current_task()
    if task and task.cancelling():
        raise asyncio.CancelledError
