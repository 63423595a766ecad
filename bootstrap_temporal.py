"""The wiring of what talks to Temporal: the worker's parts, and the short processes that mend."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.envconfig import ClientConfig
from temporalio.service import RPCError
from temporalio.worker import Worker

from activities.file_keeping import FileKeeping
from application.clock_keeper import ClockKeeper
from application.follower import Follower
from application.heartbeat import Heartbeat
from application.ports import Lifecycles
from application.settling import Settling
from application.stock import take_stock
from application.sweep import Mended, Sweep, mend
from application.waking import Waker
from bootstrap import Service, temporal_address
from config import Settings
from eventstore.hint import hints
from mail.courier import Courier, MailServer
from mail.sender import Sender
from mail.settlements import Settlements
from projections.runner import Runner
from workflows.hosting import temporal_worker
from workflows.lifecycles import TemporalLifecycles

POLL_SECONDS = 1.0
"""How often ledgers are looked at when no hint comes."""

HEALTH_PATIENCE = timedelta(seconds=5)

Part = Callable[[], Coroutine[None, None, None]]
"""Something that runs until it is cancelled, and can be started again."""


@dataclass(frozen=True, slots=True)
class TemporalParts:
    """What a worker does with Temporal."""

    worker: Callable[[], Worker]
    """A Temporal worker; a new one each time, since one runs once."""
    follower: Part
    sweep: Part
    clock_keeper: Part
    heartbeat: Part


async def connect_temporal(settings: Settings) -> Client:
    """A client of the Temporal that the environment or a profile names, else of the embedded one.

    Raises LedgerUnavailable when neither is there, SettingsContradict when it is not that of the database,
    RuntimeError when Temporal cannot be reached.
    """
    given = ClientConfig.load_client_connect_config()
    given["target_host"] = temporal_address(settings, given.get("target_host"))
    return await Client.connect(**given, data_converter=pydantic_data_converter)


def sender_of(service: Service) -> Sender:
    """Who sends the outbox's messages; those of simulations only to a server that catches them."""
    settings = service.settings
    server = MailServer(
        settings.smtp_host,
        settings.smtp_port,
        settings.smtp_security,
        settings.smtp_username or None,
        settings.smtp_password,
    )
    courier = Courier(settings.mail_sender, server, server if settings.smtp_catches else None)
    return Sender(
        service.outbox,
        courier,
        Settlements(service.outbox, service.ledger),
        still_due=service.reminder_stands,
        report=service.one_way_in.handle,
    )


def runner_of(service: Service) -> Runner:
    """Who keeps the read models up to date."""
    return Runner(service.pool, service.ledger, service.rulebooks)


def temporal_parts(
    service: Service, client: Client, sender: Sender, lifecycles: Lifecycles | None = None
) -> TemporalParts:
    """The parts that need Temporal. ``lifecycles`` replaces the plain way to the workflows, to observe it."""
    lifecycles = lifecycles or TemporalLifecycles(client, service.settings.task_queue)
    signs = service.signs_of_life
    stock = partial(take_stock, service.ledger, service.files, service.clock, signs)
    keeping = FileKeeping(stock, service.one_way_in.handle)
    healthy = partial(temporal_answers, client)
    heartbeat = Heartbeat(service.ledger, service.clock, signs, service.one_way_in.handle, healthy)
    settling = Settling(service.ledger, service.outbox, service.read_models, sender.nudge)

    def follow() -> Coroutine[None, None, None]:
        waker = Waker(lifecycles, service.follower_store)
        looks = partial(hints, service.settings.database_url.get_secret_value(), POLL_SECONDS)
        return Follower(service.ledger, service.follower_store, waker, looks).run()

    return TemporalParts(
        worker=partial(temporal_worker, client, service.settings.task_queue, keeping),
        follower=follow,
        sweep=Sweep(service.ledger, service.files, lifecycles, service.follower_store).run,
        clock_keeper=ClockKeeper(
            service.ledger,
            service.clock_store,
            service.files,
            lifecycles,
            service.follower_store,
            settling.settled,
            heartbeat,
        ).run,
        heartbeat=heartbeat.run,
    )


async def temporal_answers(client: Client) -> bool:
    """Whether Temporal answers within a few seconds."""
    try:
        return await client.service_client.check_health(timeout=HEALTH_PATIENCE)
    except RPCError:
        return False


async def mend_now(service: Service, client: Client, organisation: str) -> Mended:
    """Mend an organisation's workflows at once. Raises LedgerUnavailable, UnknownOrganisation, WakeFailed."""
    lifecycles = TemporalLifecycles(client, service.settings.task_queue)
    return await mend(service.ledger, service.files, lifecycles, service.follower_store, organisation)
