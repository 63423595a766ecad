"""Watches every activity: the lines of its log say what it is about, and calls for help are counted."""

from typing import Any

from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

from activities.file_activities import Alert, File, Reminder
from activities.organisation_activities import Whose
from application.observability.instruments import Instruments


class WatchedActivities(Interceptor):
    """Has a worker's activities watched by ``instruments``."""

    def __init__(self, instruments: Instruments) -> None:
        self._instruments = instruments

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:  # noqa: A002
        """The same activities, watched."""
        return _Watched(next, self._instruments)


class _Watched(ActivityInboundInterceptor):
    def __init__(self, inner: ActivityInboundInterceptor, instruments: Instruments) -> None:
        super().__init__(inner)
        self._instruments = instruments

    async def execute_activity(self, input: ExecuteActivityInput) -> Any:  # noqa: A002 - as Temporal calls it
        [about, *_] = input.args or [None]
        match about:
            case File() as file:
                pass
            case Reminder(file=file):
                pass
            case Alert(file=file, trouble=trouble):
                self._instruments.metrics.trouble(file.organisation, trouble)
            case Whose(organisation=organisation):
                with self._instruments.organisation(input.fn.__name__, organisation):
                    return await self.next.execute_activity(input)
            case _:
                return await self.next.execute_activity(input)
        async with self._instruments.activity(input.fn.__name__, file.organisation, file.key):
            return await self.next.execute_activity(input)
