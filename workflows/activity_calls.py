"""How a workflow asks the world something: quickly where it answers at once, patiently where it does not."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import FailureError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from activities.file_activities import FileActivities

Asked = TypeVar("Asked")
Told = TypeVar("Told")

QUICKLY = timedelta(seconds=2)
ONE_ATTEMPT = timedelta(seconds=10)
RETRIES = RetryPolicy(
    initial_interval=timedelta(milliseconds=500),
    backoff_coefficient=2,
    maximum_interval=timedelta(seconds=10),
)


async def ask(
    activity: Callable[[FileActivities, Asked], Awaitable[Told]], about: Asked, summary: str
) -> Told:
    """Ask by a local activity, which is cheap; if that brings no answer, by one that is retried without end.

    Raises FailureError for a fault that retrying does not mend, and on cancellation.
    """
    try:
        return await workflow.execute_local_activity_method(
            activity,
            about,
            schedule_to_close_timeout=QUICKLY,
            retry_policy=RetryPolicy(maximum_attempts=1),
            summary=summary,
        )
    except FailureError as error:  # a local activity's failure comes as it is, not as an ActivityError
        if is_cancelled_exception(error):
            raise
    return await workflow.execute_activity_method(
        activity, about, start_to_close_timeout=ONE_ATTEMPT, retry_policy=RETRIES, summary=summary
    )
