"""The least a workflow can do with an update: nothing."""

import asyncio

from temporalio import workflow


@workflow.defn
class EmptyWorkflow:
    """Answers updates for ever."""

    @workflow.run
    async def run(self) -> None:
        """Wait for ever."""
        await asyncio.Event().wait()

    @workflow.update
    async def nothing(self) -> None:
        """Do nothing."""
