"""Starting, waking and finding the workflows of files, through Temporal's client."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

from temporalio.client import (
    Client,
    RPCTimeoutOrCancelledError,
    WithStartWorkflowOperation,
    WorkflowExecution,
    WorkflowUpdateFailedError,
)
from temporalio.common import (
    SearchAttributeKey,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from application.lives.waking import WakeFailed
from application.observability.instruments import UNWATCHED, Instruments
from application.ports import Shown, ShownLife
from domain.kernel.ids import FILE_KINDS, file_of_workflow, naming, workflow_id
from search_attributes import AWAITS, DUE, PHASE, SEEN, TROUBLE
from workflows.life import FileLife
from workflows.run import TURNOVER, CooperationRun, FileRun, FundingRun, ReviewRun

PATIENCE = timedelta(seconds=10)
"""How long a wake is waited for; the workflow catches up all the same if it takes longer."""

_RUNNING = "ExecutionStatus = 'Running'"
_SEEN, _TROUBLE = SearchAttributeKey.for_int(SEEN), SearchAttributeKey.for_keyword(TROUBLE)

ENDED = ("Terminated", "Canceled", "Failed", "TimedOut")
"""How a workflow ends that no file's own end ended."""


class TemporalLifecycles:
    """The workflows of cooperations, reviews and fundings in one namespace, on one task queue."""

    def __init__(
        self,
        client: Client,
        task_queue: str,
        *,
        turnover: int = TURNOVER,
        patience: timedelta = PATIENCE,
        instruments: Instruments = UNWATCHED,
    ) -> None:
        self._client = client
        self._task_queue = task_queue
        self._turnover = turnover
        self._patience = patience
        self._instruments = instruments

    async def catch_up(self, organisation: str, file: str, position: int) -> int:
        """Start or wake the file's workflow; the position it has seen once it has caught up.

        Raises WakeFailed if it did not within ten seconds, or is in trouble.
        """
        async with self._instruments.wake(organisation, file):
            return await self._catch_up(organisation, file, position)

    async def _catch_up(self, organisation: str, file: str, position: int) -> int:
        start = self._start(organisation, file)
        try:
            return await self._client.execute_update_with_start_workflow(
                FileLife.catch_up,
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

    async def shown(self, organisation: str) -> Mapping[str, Shown]:
        """The files that have a running workflow and what it shows, as far as Temporal's list knows (a second behind).

        Raises WakeFailed if Temporal does not say.
        """
        return {
            file: Shown(found.typed_search_attributes.get(_SEEN), found.typed_search_attributes.get(_TROUBLE))
            async for file, found in self._listed(organisation, _RUNNING)
        }

    async def in_trouble(self, organisation: str) -> Sequence[ShownLife]:
        """The files whose workflow does not go on by itself, as far as Temporal's list knows. Raises WakeFailed."""
        return await self._lives(organisation, f"{TROUBLE} IS NOT NULL")

    async def due_before(self, organisation: str, instant: datetime) -> Sequence[ShownLife]:
        """The files whose next deadline is due before an instant, the soonest first. Raises WakeFailed."""
        found = await self._lives(organisation, f"{DUE} < '{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}'")
        return sorted(found, key=lambda one: (one.due or date.max, one.file))

    async def _lives(self, organisation: str, which: str) -> Sequence[ShownLife]:
        found = self._listed(organisation, f"{_RUNNING} AND {which}")
        return [_shown_life(file, execution.typed_search_attributes) async for file, execution in found]

    async def end(self, organisation: str, file: str, reason: str) -> None:
        """End a file's workflow wherever it is; one that is not there stays so. Raises WakeFailed."""
        handle = self._client.get_workflow_handle(workflow_id(organisation, file))
        try:
            await handle.terminate(reason=reason)
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise WakeFailed(_reason(error)) from error

    async def ended(self, organisation: str) -> Sequence[str]:
        """The files whose workflow somebody ended, or that failed, and that has not begun anew since.

        As far as Temporal's list knows. Raises WakeFailed if Temporal does not say.
        """
        states = " OR ".join(f"ExecutionStatus = '{one}'" for one in ENDED)
        broken = {file async for file, _ in self._listed(organisation, f"({states})")}
        return sorted(
            broken - {file async for file, _ in self._listed(organisation, _RUNNING)} if broken else ()
        )

    async def _listed(self, organisation: str, which: str) -> AsyncIterator[tuple[str, WorkflowExecution]]:
        theirs = " OR ".join(f"WorkflowId STARTS_WITH '{kind}:{organisation}/'" for kind in FILE_KINDS)
        try:
            async for found in self._client.list_workflows(f"({theirs}) AND {which}"):
                if file := file_of_workflow(found.id):
                    yield file, found
        except RPCError as error:
            raise WakeFailed(_reason(error)) from error

    def _start(self, organisation: str, file: str) -> WithStartWorkflowOperation[Any, Any]:
        workflow, run = _beginning(organisation, file, self._turnover)
        return WithStartWorkflowOperation(
            workflow,
            run,
            id=workflow_id(organisation, file),
            task_queue=self._task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
            static_summary=f"{file} ({organisation})",
        )


def _shown_life(file: str, shown: TypedSearchAttributes) -> ShownLife:
    due = shown.get(SearchAttributeKey.for_datetime(DUE))
    return ShownLife(
        file=file,
        place=shown.get(SearchAttributeKey.for_keyword(PHASE)) or "",
        awaits=shown.get(SearchAttributeKey.for_keyword(AWAITS)),
        due=due.astimezone(UTC).date() if due else None,
        trouble=shown.get(_TROUBLE),
    )


def _beginning(organisation: str, file: str, turnover: int) -> tuple[str, FileRun]:
    """Which workflow lives a file, by its name, and what its first run is started with."""
    match naming(file):
        case {"review": review}:
            return "Review", ReviewRun(organisation=organisation, review=review, turnover=turnover)
        case {"funding": funding}:
            return "Funding", FundingRun(organisation=organisation, funding=funding, turnover=turnover)
    return "Cooperation", CooperationRun(organisation=organisation, cooperation=file, turnover=turnover)


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
