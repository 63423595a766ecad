"""The sweeps that a worker makes of an organisation: one when it begins, then on its schedule."""

from temporalio.client import Client, WorkflowExecution

from tests.support.waiting import wait_until


async def swept(client: Client, organisation: str, times: int = 1) -> WorkflowExecution:
    """Wait until that many sweeps are over, and give the last one.

    A sweep starts the life of any file that it finds without one: who ends lives by hand waits for the first.
    """
    query = f"WorkflowId STARTS_WITH 'sweep:{organisation}' AND ExecutionStatus = 'Completed'"
    over: list[WorkflowExecution] = []

    async def done() -> bool:
        over[:] = [one async for one in client.list_workflows(query)]
        return len(over) == times

    await wait_until(done, f"{times} sweeps")
    return max(over, key=lambda one: one.start_time)
