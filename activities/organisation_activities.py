"""What is done once for an organisation, by one worker at a time: Temporal says by which, and moves it on."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta

import structlog
from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from activities.failures import failures_told_apart
from application.lives.parts import Endless, keep_up, stoppable
from application.lives.sweep import Mended
from domain.kernel.model import Model

log = structlog.get_logger()

TURN = timedelta(hours=12)
"""How long a worker works for an organisation before its workflow goes on as a new run."""
BEAT_SECONDS = 1.0
"""How often it says that it is alive; the client passes on as much of that as the worker wants."""
AT_ONCE = timedelta(milliseconds=1)


class Whose(Model):
    """Which organisation."""

    organisation: str


class Swept(Model):
    """What a sweep found and did, in numbers, for whoever reads the history."""

    position: int
    open: int
    in_step: int
    started: int
    woken: int
    failed: int
    strays: tuple[str, ...]


class OrganisationActivities:
    """``parts`` says what is to run for an organisation, by name; ``sweep`` mends its workflows.

    Both raise LedgerUnavailable and UnknownOrganisation.
    """

    def __init__(
        self,
        parts: Callable[[str], Awaitable[Mapping[str, Endless]]],
        sweep: Callable[[str], Awaitable[Mended]],
    ) -> None:
        self._parts = parts
        self._sweep = sweep

    @activity.defn
    async def work_for(self, whose: Whose) -> None:
        """Follow its ledger, keep its clock, notice outages: for half a day, or until this worker stops.

        If the worker stops, another one goes on at once.
        """
        with failures_told_apart():
            parts = await self._parts(whose.organisation)
        log.info("works for", organisation=whose.organisation)
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            beating = tasks.create_task(_beat())
            working = [tasks.create_task(keep_up(name, stoppable(run), stop)) for name, run in parts.items()]
            try:
                with suppress(TimeoutError):
                    async with asyncio.timeout(TURN.total_seconds()):
                        await activity.wait_for_worker_shutdown()
            finally:
                stop.set()
                await asyncio.wait(working)
                beating.cancel()
        if activity.is_worker_shutdown():
            raise ApplicationError(
                "the worker stops",
                type="WorkerStops",
                next_retry_delay=AT_ONCE,
                category=ApplicationErrorCategory.BENIGN,
            )

    @activity.defn
    async def sweep(self, whose: Whose) -> Swept:
        """Start and wake whom the ledger's growth has not reached."""
        beating = asyncio.create_task(_beat())
        try:
            with failures_told_apart():
                mended = await self._sweep(whose.organisation)
        finally:
            beating.cancel()
        return Swept(
            position=mended.position,
            open=mended.open,
            in_step=mended.in_step,
            started=len(mended.started),
            woken=len(mended.woken),
            failed=len(mended.failed),
            strays=tuple(mended.strays),
        )


async def _beat() -> None:
    while True:
        activity.heartbeat()
        await asyncio.sleep(BEAT_SECONDS)
