"""The wiring of what talks to Temporal: the worker's parts, and the short processes that mend."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from temporalio.client import Client
from temporalio.common import MetricMeter
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.envconfig import ClientConfig
from temporalio.runtime import Runtime
from temporalio.service import RPCError
from temporalio.worker import Worker

from activities.file_activities import FileActivities
from activities.organisation_activities import OrganisationActivities
from activities.watching import WatchedActivities
from application.clocks.clock_keeper import ClockKeeper, Mailed
from application.clocks.settling import Settling
from application.files import Files
from application.lives.assessment import assess
from application.lives.builds import Build, see_to_the_first
from application.lives.continuity import Continuity, Mark
from application.lives.dismissing import dismiss_dropped
from application.lives.establishing import establish_all
from application.lives.follower import NAME as FOLLOWER
from application.lives.follower import Follower
from application.lives.heartbeat import Heartbeat
from application.lives.lists import Lists
from application.lives.parts import Endless
from application.lives.refused_acts import RefusedActs
from application.lives.sweep import Mended, mend, sweep
from application.lives.troubles import watch_troubles
from application.lives.waking import Waker
from application.ports import Lifecycles, ShownLife, WorksFor
from bootstrap import Service, temporal_address
from bootstrap_mail import completed, held_back, return_path, weekly_digests
from config import Settings
from domain.kernel.ledger import LedgerKind
from mail.courier import Courier, MailServer
from mail.sender import Sender
from mail.settlements import Settlements
from projections.runner import Runner
from projections.standing import read_standings
from queries.heard import family_heard, may_hear
from telemetry.gauges import Gauges
from webhooks.deliveries import Deliveries
from webhooks.posting import Posting
from webhooks.sender import Sender as WebhookSender
from workflows.hosting import organisation_worker, temporal_worker
from workflows.lifecycles import TemporalLifecycles
from workflows.organisations import TemporalOrganisations
from workflows.registration import missing_search_attributes, register_search_attributes
from workflows.releases import known_builds, release, released

POLL_SECONDS = 1.0
"""How often ledgers are looked at when no hint comes."""

HEALTH_PATIENCE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class TemporalParts:
    """What a worker does with Temporal."""

    prepare: Callable[[], Awaitable[Sequence[str]]]
    """Has Temporal's lists know what workflows show. Raises ListsUnknown."""
    worker: Callable[[], Worker]
    """Lives the workflows of files; a new one each time, since one runs once."""
    organisation_worker: Callable[[], Worker]
    """Works for the organisations that Temporal gives it."""
    establish: Endless
    """Sees to it that each organisation is worked for, by whichever worker."""
    dismiss: Endless
    """Ends what goes on for simulations that were thrown away."""
    parts_of: Callable[[str], Awaitable[Mapping[str, Endless]]]
    """What is to run once for an organisation. Raises LedgerUnavailable, UnknownOrganisation."""
    first_release: Endless
    """Sees to it that some build of the workers is released."""


async def connect_temporal(settings: Settings, runtime: Runtime | None = None) -> Client:
    """A client of the Temporal that the environment or a profile names, else of the embedded one.

    ``runtime`` shows its metrics.

    Raises LedgerUnavailable when neither is there, SettingsContradict when it is not that of the database,
    RuntimeError when Temporal cannot be reached.
    """
    given = ClientConfig.load_client_connect_config()
    given["target_host"] = temporal_address(settings, given.get("target_host"))
    return await Client.connect(**given, data_converter=pydantic_data_converter, runtime=runtime)


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
    catcher = server if settings.smtp_catches else None
    courier = Courier(partial(return_path, service), server, catcher, complete=partial(completed, service))
    return Sender(
        service.outbox,
        courier,
        Settlements(service.outbox, service.ledger),
        withheld=partial(held_back, service),
        report=service.one_way_in.act,
        watch=service.instruments.message,
    )


def webhook_sender_of(service: Service) -> WebhookSender:
    """Who tells other systems what happens."""
    settings = service.settings
    return WebhookSender(
        Deliveries(service.pool),
        service.ledger,
        Posting(
            loopback=settings.webhooks_to_this_machine,
            named=settings.named_receivers,
            ca_file=settings.webhooks_ca_file,
        ),
        may_hear=partial(may_hear, service),
        family_of=family_heard,
    )


def runner_of(service: Service) -> Runner:
    """Who keeps the read models up to date."""
    return Runner(service.pool, service.ledger, service.rulebooks)


def gauges_of(service: Service, meter: MetricMeter) -> Gauges:
    """Who reads the gauges."""
    return Gauges(meter, partial(read_standings, service.pool, FOLLOWER))


def temporal_parts(
    service: Service, client: Client, sender: Sender, lifecycles: Lifecycles | None = None
) -> TemporalParts:
    """The parts that need Temporal. ``lifecycles`` replaces the plain way to the workflows, to observe it."""
    queue, build, instruments = service.settings.task_queue, service.settings.build, service.instruments
    watching = [WatchedActivities(instruments)]
    lifecycles = lifecycles or TemporalLifecycles(client, queue, instruments=instruments)
    signs = service.signs_of_life
    assessed = partial(
        assess, service.continuity, service.files, service.clock, signs, service.one_way_in.judge
    )
    holds = partial(bears_out, service.continuity)
    lists = Lists(partial(missing_search_attributes, client))
    file_activities = FileActivities(assessed, service.one_way_in.act, holds, lists.know)
    healthy = partial(temporal_answers, client)
    heartbeat = Heartbeat(service.clock, signs, service.one_way_in.act, healthy)
    troubles = partial(watch_troubles, TemporalLifecycles(client, queue).in_trouble, service.metrics)
    parts_of = partial(_parts_of, service, lifecycles, heartbeat, sender, troubles)
    swept = partial(swept_daily, service, lifecycles)
    organisations = TemporalOrganisations(client, queue)
    looks = partial(service.listener.looks, POLL_SECONDS)
    return TemporalParts(
        prepare=partial(register_search_attributes, client),
        worker=partial(temporal_worker, client, queue, file_activities, watching, build),
        organisation_worker=partial(
            organisation_worker, client, queue, OrganisationActivities(parts_of, swept), watching, build
        ),
        establish=partial(establish_all, service.ledger, organisations, looks),
        dismiss=partial(dismiss_dropped, service.dropped, organisations, lifecycles, looks),
        parts_of=parts_of,
        first_release=partial(see_to_the_first, build, partial(released, client, queue, build)),
    )


async def _parts_of(
    service: Service,
    lifecycles: Lifecycles,
    heartbeat: Heartbeat,
    sender: Sender,
    troubles: Callable[[str], Coroutine[Any, Any, None]],
    organisation: str,
) -> Mapping[str, Endless]:
    """The ledger followed, outages noticed, troubles shown, if metrics are, digests sent, a simulation's clock kept."""
    store, looks = service.follower_store, partial(service.listener.looks, POLL_SECONDS, organisation)
    waker = Waker(lifecycles, store)
    refused = RefusedActs(organisation, service.ledger, service.files)
    follower = Follower(organisation, service.ledger, store, waker, looks, service.continuity, refused)
    parts: dict[str, Endless] = {"follower": follower.run, "heartbeat": partial(heartbeat.run, organisation)}
    if service.settings.metrics_port:
        parts["troubles"] = partial(troubles, organisation)
    weekly = weekly_digests(service)
    if (await service.ledger.head(organisation)).kind is LedgerKind.SIMULATION:
        settling = Settling(service.ledger, service.outbox, service.read_models, sender.nudge)
        keeper = ClockKeeper(
            service.ledger,
            service.clock_store,
            service.files,
            lifecycles,
            store,
            Mailed(settling.settled, weekly),
            heartbeat,
        )
        parts["clock"] = partial(keeper.run, organisation)
    else:
        parts["digests"] = partial(weekly.run, organisation, service.clock.now)
    return parts


async def swept_daily(service: Service, lifecycles: Lifecycles, organisation: str) -> Mended:
    """Sweep with states of its own, for those that people work on stay at hand, and end the keys that are due.

    Raises as ``sweep`` does.
    """
    await service.vault.end_command_keys(organisation)
    files = Files(service.ledger, service.rulebooks, kept=1)
    return await sweep(service.ledger, files, lifecycles, service.follower_store, organisation)


async def prepare_temporal(settings: Settings) -> Mapping[str, Sequence[str]]:
    """Have the lists of the settings' Temporal know what workflows show; what was missing, by namespace.

    Raises as ``connect_temporal`` does, and ListsUnknown.
    """
    client = await connect_temporal(settings)
    return {client.namespace: await register_search_attributes(client)}


async def builds_of(settings: Settings) -> Sequence[Build]:
    """The builds that workers were started with. Raises as ``connect_temporal`` does, and RPCError."""
    return await known_builds(await connect_temporal(settings), settings.task_queue)


async def release_build(settings: Settings, build: str) -> None:
    """Have lives go on with a build. Raises as above, and NotReleased."""
    await release(await connect_temporal(settings), settings.task_queue, build)


async def temporal_answers(client: Client) -> bool:
    """Whether Temporal answers within a few seconds."""
    try:
        return await client.service_client.check_health(timeout=HEALTH_PATIENCE)
    except RPCError:
        return False


async def bears_out(continuity: Continuity, organisation: str, position: int, digest: bytes) -> bool:
    """Whether the ledger still holds a position with that hash. Raises LedgerUnavailable, UnknownOrganisation."""
    return await continuity.holds(organisation, Mark(position, digest))


async def mend_now(
    service: Service, client: Client, organisation: str, *, after_restore: bool = False
) -> Mended:
    """Mend an organisation's workflows at once. Raises LedgerUnavailable, UnknownOrganisation, WakeFailed.

    ``after_restore``: the ledger went back. What was read of the lost history is read anew, workflows that know of it
    end and live anew, and the setback counts as dealt with once nobody is left who does.
    """
    await TemporalOrganisations(client, service.settings.task_queue).establish(organisation)
    lifecycles = TemporalLifecycles(client, service.settings.task_queue)
    parts = (service.ledger, service.files, lifecycles, service.follower_store)
    if not after_restore:
        return await mend(*parts, organisation)
    head = await service.ledger.head(organisation)
    await service.follower_store.rewind(organisation, FOLLOWER, head.position)
    mended = await mend(*parts, organisation, anew=True)
    if not mended.failed:
        await service.setbacks.settle(organisation)
    return mended


async def lives_in_trouble(service: Service, client: Client, organisation: str) -> Sequence[ShownLife]:
    """The files whose workflow does not go on by itself. Raises WakeFailed."""
    return await TemporalLifecycles(client, service.settings.task_queue).in_trouble(organisation)


async def lives_due(
    service: Service, client: Client, organisation: str, before: datetime
) -> Sequence[ShownLife]:
    """The files whose next deadline is due before an instant. Raises WakeFailed."""
    return await TemporalLifecycles(client, service.settings.task_queue).due_before(organisation, before)


async def works_for(service: Service, client: Client, organisation: str) -> WorksFor | None:
    """Which worker follows an organisation's ledger; None if none does. Raises WakeFailed."""
    return await TemporalOrganisations(client, service.settings.task_queue).works_for(organisation)


async def ended_lives(service: Service, client: Client, organisation: str) -> list[str]:
    """The open files whose workflow somebody ended, or that failed. Raises LedgerUnavailable, WakeFailed."""
    lifecycles = TemporalLifecycles(client, service.settings.task_queue)
    found = await lifecycles.ended(organisation)
    states = {file: await service.files.file(organisation, file) for file in found}
    return [file for file, state in states.items() if state and not state.ended]
