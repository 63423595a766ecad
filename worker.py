"""The worker: Temporal's activities and workflows, what Temporal gives it to do for organisations, mail, read models.

``python -m worker``. It starts, and goes on, while PostgreSQL or Temporal are away. SIGTERM or SIGINT end it in
order: the message in hand is sent, activities get ten seconds.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NoReturn

import structlog
from temporalio.client import Client
from temporalio.runtime import Runtime
from temporalio.worker import Worker

from application.lives.lists import ListsUnknown
from application.lives.parts import Endless, Part, keep_up, stoppable
from application.observability.metrics import NoMetrics
from application.rulebooks.shelf import YamlRulebooks
from bootstrap import Service, open_service
from bootstrap_temporal import (
    POLL_SECONDS,
    connect_temporal,
    gauges_of,
    runner_of,
    sender_of,
    temporal_parts,
    webhook_sender_of,
)
from config import Settings, SettingsContradict
from domain.kernel.ledger import LedgerUnavailable
from domain.people.state import Organisation
from leaving import leave
from logs import configure_logging
from mail.sender import Sender
from telemetry.metrics import EndpointTaken, MeteredMetrics, metrics_endpoint

log = structlog.get_logger("worker")

READY_FILE = "ESCALE_READY_FILE"
READY_LOOK_SECONDS = 0.05


async def work(
    settings: Settings,
    stop: asyncio.Event,
    rulebooks: YamlRulebooks | None = None,
    endpoint: Runtime | None = None,
) -> None:
    """Do all of a worker's work until ``stop``. ``rulebooks`` replaces the published ones.

    ``endpoint`` shows metrics, where there is one.

    Raises LedgerUnavailable when no database is known, RulebookInvalid for a shipped rulebook that cannot be read.
    """
    metrics = MeteredMetrics(endpoint.metric_meter) if endpoint else NoMetrics()
    async with open_service(settings, rulebooks, metrics) as service, asyncio.TaskGroup() as parts:
        service.rulebooks.versions(
            Organisation()
        )  # read all at once: a damaged one keeps a worker from starting
        sender, runner = sender_of(service), runner_of(service)
        service.continuity.on_setback(runner.forget)

        async def fold(stop: asyncio.Event) -> None:
            await runner.run(stop, service.listener.looks(POLL_SECONDS))

        async def live(stop: asyncio.Event) -> None:
            await live_on_temporal(service, await connect_temporal(settings, endpoint), sender, stop)

        named: dict[str, Part] = {
            "hints": stoppable(service.listener.run),
            "sender": sender.run,
            "webhooks": webhook_sender_of(service).run,
            "read models": fold,
            "temporal": live,
            "continuity": stoppable(service.continuity.run),
        }
        if endpoint:
            named["gauges"] = stoppable(gauges_of(service, endpoint.metric_meter).run)
        for name, part in named.items():
            parts.create_task(keep_up(name, part, stop))


async def live_on_temporal(service: Service, client: Client, sender: Sender, stop: asyncio.Event) -> None:
    """Run workflows and activities, for files and for organisations, until ``stop``."""
    temporal = temporal_parts(service, client, sender)
    with suppress(ListsUnknown):  # then somebody else has to; workflows go on meanwhile, and the log says so
        await temporal.prepare()
    endless: dict[str, Endless] = {
        "workers": partial(_poll, temporal.worker, temporal.organisation_worker),
        "establishing": temporal.establish,
        "dismissing": temporal.dismiss,
        "first release": temporal.first_release,
    }
    async with asyncio.TaskGroup() as parts:
        for name, run in endless.items():
            parts.create_task(keep_up(name, stoppable(run), stop))


async def _poll(*make: Callable[[], Worker]) -> None:
    """Run Temporal workers until cancelled; whoever waits for us is told once all of them poll."""
    workers = [one() for one in make]
    async with asyncio.TaskGroup() as running:
        for worker in workers:
            running.create_task(worker.run())
        while not all(worker.is_running for worker in workers):  # noqa: ASYNC110 - they offer no event
            await asyncio.sleep(READY_LOOK_SECONDS)
        say_ready()


def say_ready() -> None:
    """Touch the file that whoever started us waits for."""
    if ready := os.environ.get(READY_FILE):
        with suppress(OSError):  # a full disk: we work all the same
            Path(ready).touch()
    log.info("ready")


def shown_metrics(settings: Settings) -> Runtime | None:
    """Where Temporal's metrics and ours are shown, if the settings say so.

    An endpoint that is taken, perhaps by a worker that is about to end, keeps nobody from working.
    """
    if not settings.metrics_port:
        return None
    try:
        return metrics_endpoint(settings.metrics_host, settings.metrics_port)
    except EndpointTaken as taken:
        log.error("metrics not shown", port=settings.metrics_port, reason=str(taken))  # noqa: TRY400 - it is no fault
        return None


async def run(settings: Settings, rulebooks: YamlRulebooks | None = None) -> int:
    """Work until SIGTERM or SIGINT; the exit code."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        await work(settings, stop, rulebooks, shown_metrics(settings))
    except* LedgerUnavailable as away:
        log.error("no database to work on", reason=str(away.exceptions[0]))  # noqa: TRY400 - no fault of ours
        return_code = 3
    except* SettingsContradict as unclear:
        log.error("settings contradict", reason=str(unclear.exceptions[0]))  # noqa: TRY400 - as above
        return_code = 2
    else:
        return_code = 0
    return return_code


def main() -> NoReturn:
    """Be a worker."""
    settings = Settings()
    configure_logging(settings.log_format)
    leave(asyncio.run(run(settings)))


if __name__ == "__main__":
    main()
