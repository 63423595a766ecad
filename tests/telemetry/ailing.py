"""A workflow in which everything fails that Temporal counts."""

from datetime import timedelta

from temporalio import activity, workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import FailureError

ONCE = RetryPolicy(maximum_attempts=1)
SOON = timedelta(seconds=5)


@activity.defn
async def fail() -> None:
    """Fail."""
    raise ValueError


@workflow.defn
class AilingWorkflow:
    """Its activities fail; then its own code does."""

    @workflow.run
    async def run(self) -> None:
        """Fail in every way."""
        for start in (workflow.start_activity, workflow.start_local_activity):
            try:
                await start(fail, start_to_close_timeout=SOON, retry_policy=ONCE)
            except FailureError:
                continue
        raise RuntimeError("no code of a workflow should")
