"""The place where things are wired: settings in, a working service out.

What talks to Temporal is wired in ``bootstrap_temporal``, which commands and pages need not load.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING

import asyncpg

from access.links import Link, Links
from application.addresses import Addresses
from application.clocks.clock import OneClock
from application.files import Files
from application.lives.continuity import Continuity
from application.observability.metrics import Metrics, NoMetrics
from application.observability.tracing import NoTracing, Tracing
from application.rulebooks.shelf import YamlRulebooks
from config import Settings
from domain.kernel.ledger import LedgerUnavailable
from domain.reminders.delivery import Withheld, withheld
from eventstore.clock_store import PostgresClockStore
from eventstore.dropped import PostgresDropped
from eventstore.follower_store import PostgresFollowerStore
from eventstore.hint import Hinter, Listener
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from eventstore.setbacks import PostgresSetbacks
from eventstore.signs_of_life import PostgresSignsOfLife
from mail.messages import Queued
from mail.outbox import Outbox
from programmes import FOLDER
from projections.read import ReadModels
from stack.given import names_another_database, same_temporal, stray_temporal, two_databases
from stack.home import Home
from stack.state import Addresses as StackAddresses
from stack.state import read_state
from vault.attachments import PostgresAttachments
from vault.store import PostgresVault

if TYPE_CHECKING:
    from application.commands.migration_preview import Migrations
    from application.commands.one_way_in import OneWayIn
    from application.observability.instruments import Instruments
    from mail.invitations import Invitations, Invited
    from mail.letters import LinkLetters
    from workspace.verifications import Verifications
    from workspace.views import Views

_NO_METRICS, _NO_TRACING = NoMetrics(), NoTracing()
_TRACES_LEAVE = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
"""Variables of OpenTelemetry: where one of them is set, traces are wanted."""


@dataclass(frozen=True)
class Service:
    """Everything that a process may need to serve people; nothing of it talks to Temporal."""

    settings: Settings
    pool: asyncpg.Pool
    ledger: PostgresLedger
    vault: PostgresVault
    attachments: PostgresAttachments
    rulebooks: YamlRulebooks
    files: Files
    clock_store: PostgresClockStore
    signs_of_life: PostgresSignsOfLife
    clock: OneClock
    follower_store: PostgresFollowerStore
    setbacks: PostgresSetbacks
    dropped: PostgresDropped
    continuity: Continuity
    outbox: Outbox
    read_models: ReadModels
    addresses: Addresses
    hinter: Hinter
    listener: Listener
    metrics: Metrics
    tracing: Tracing

    @cached_property
    def instruments(self) -> "Instruments":
        """What watches the work."""
        from application.observability.causes import Causes  # noqa: PLC0415 - as below
        from application.observability.instruments import Instruments  # noqa: PLC0415

        return Instruments(self.metrics, self.tracing, Causes(self.ledger))

    @cached_property
    def one_way_in(self) -> "OneWayIn":
        """Where commands are decided and recorded."""
        from application.commands.one_way_in import OneWayIn  # noqa: PLC0415 - who only looks something up decides nothing
        from mail.composer import ReminderComposer  # noqa: PLC0415

        composer = ReminderComposer(
            self.vault.reveal, self.rulebooks.get, self.settings.mail_sender, self.settings.public_url
        )
        return OneWayIn(
            self.ledger,
            self.files,
            self.rulebooks,
            self.clock,
            composer,
            self.addresses,
            grown=self.hinter.grown,
            instruments=self.instruments,
        )

    @cached_property
    def link_letters(self) -> "LinkLetters":
        """Letters with a link."""
        from mail.letters import LinkLetters  # noqa: PLC0415 - loads the templates of letters

        return LinkLetters(self.outbox, self.settings.mail_sender)

    @cached_property
    def migrations(self) -> "Migrations":
        """What moving a file to another rulebook would change."""
        from application.commands.migration_preview import Migrations  # noqa: PLC0415

        return Migrations(self.files, self.rulebooks)

    @cached_property
    def verifications(self) -> "Verifications":
        """Verifications that somebody had made."""
        from workspace.verifications import Verifications  # noqa: PLC0415 - only pages have them made

        return Verifications(self.pool)

    @cached_property
    def invitations(self) -> "Invitations":
        """Who lets members of panels in by their letters."""
        from mail.invitations import Invitations  # noqa: PLC0415 - for who sends letters

        return Invitations(self.files.ruled, self.clock.now, self._invitation, self.settings.public_url)

    async def _invitation(self, invited: "Invited") -> str:
        """The secret of a link; times of links are the database's, whatever the organisation's clock shows."""
        link = Link(
            purpose="invitation",
            organisation=invited.organisation,
            person=invited.person,
            subject=invited.review,
            place=invited.place,
            ends_at=datetime.now(UTC) + invited.lasts,
        )
        return await Links(self.pool).make(link)

    @cached_property
    def views(self) -> "Views":
        """Lists that people keep under names of their own."""
        from workspace.views import Views  # noqa: PLC0415 - only pages keep them

        return Views(self.pool)

    async def message_withheld(self, message: Queued) -> Withheld | None:
        """Why the ledger does not let a message go out; None if it does."""
        ruled = await self.files.ruled(message.organisation, message.file)
        file, rulebook = (ruled.file, ruled.rulebook) if ruled else (None, None)
        return withheld(file, rulebook, message.id, message.occurrence)


@cache
def published_rulebooks() -> YamlRulebooks:
    """The rulebooks that ship with this version, each read when it is first asked for."""
    return YamlRulebooks(FOLDER, when_named=True)


def stack_addresses(settings: Settings) -> StackAddresses | None:
    """Where the embedded stack of the settings' home is reached, if one runs, be its supervisor killed."""
    home = Home(settings.home)
    if state := read_state(home):
        return state.addresses
    if not home.state.exists():
        return None
    from stack.looking import look  # noqa: PLC0415 - loads what looks at processes, seldom needed

    seen = look(settings)
    return seen.addresses if seen and seen.services else None


def located(settings: Settings) -> Settings:
    """The settings with the addresses of the embedded stack, for what they leave to it.

    A stack that works on another database than the one that they name has no part in it. Raises LedgerUnavailable
    when the database is the embedded one and it is not up, SettingsContradict when home and database are both named
    and do not go together.
    """
    stack = stack_addresses(settings)
    if stack is None:
        if settings.embedded_database:
            raise LedgerUnavailable(f"no stack is up in {settings.home}")
        return settings
    if names_another_database(settings, stack):
        if "home" in settings.model_fields_set:
            raise two_databases(settings, stack)
        return settings
    return stack.completing(settings)


def temporal_address(settings: Settings, given: str | None) -> str:
    """Where the Temporal of the settings' database is; ``given`` is what the environment or a profile names.

    Raises LedgerUnavailable and SettingsContradict for what is missing and for what does not go together.
    """
    stack = stack_addresses(settings)
    if stack is None or names_another_database(settings, stack):
        if given is None and stack is not None:
            raise stray_temporal(settings, stack)
        if given is None:
            raise LedgerUnavailable(f"no stack is up in {settings.home}, and TEMPORAL_ADDRESS is not set")
        return given
    return stack.temporal if given is None else same_temporal(given, stack)


@asynccontextmanager
async def open_service(
    settings: Settings,
    rulebooks: YamlRulebooks | None = None,
    metrics: Metrics = _NO_METRICS,
    tracing: Tracing | None = None,
) -> AsyncIterator[Service]:
    """The service on its database, which is connected to when it is first used.

    ``rulebooks`` replaces the published ones, ``tracing`` what the environment asks for. Raises LedgerUnavailable when
    no database is known.
    """
    tracing = tracing or _wanted_tracing()
    settings = located(settings)
    pool = await open_pool(settings.database_url.get_secret_value())
    try:
        async with Hinter(pool) as hinter:
            yield wire(settings, pool, rulebooks or published_rulebooks(), hinter, metrics, tracing)
    finally:
        pool.terminate()
        await asyncio.to_thread(tracing.close)


def _wanted_tracing() -> Tracing:
    """Traces where OpenTelemetry's variables say where they go."""
    if not any(map(os.environ.get, _TRACES_LEAVE)):
        return _NO_TRACING
    from telemetry.tracing import exporting_tracing  # noqa: PLC0415 - loads OpenTelemetry

    return exporting_tracing()


def wire(
    settings: Settings,
    pool: asyncpg.Pool,
    rulebooks: YamlRulebooks,
    hinter: Hinter,
    metrics: Metrics = _NO_METRICS,
    tracing: Tracing = _NO_TRACING,
) -> Service:
    """The parts of the service, each with what it needs."""
    ledger = PostgresLedger(pool)
    vault = PostgresVault(pool)
    files = Files(ledger, rulebooks)
    setbacks = PostgresSetbacks(pool)
    continuity = Continuity(ledger, setbacks)
    continuity.on_setback(files.forget_all)
    clock_store = PostgresClockStore(pool)
    return Service(
        settings=settings,
        pool=pool,
        ledger=ledger,
        vault=vault,
        attachments=PostgresAttachments(pool),
        rulebooks=rulebooks,
        files=files,
        clock_store=clock_store,
        signs_of_life=PostgresSignsOfLife(pool),
        clock=OneClock(ledger, clock_store),
        follower_store=PostgresFollowerStore(pool),
        setbacks=setbacks,
        dropped=PostgresDropped(pool),
        continuity=continuity,
        outbox=Outbox(pool),
        read_models=ReadModels(pool),
        addresses=Addresses(vault.reveal),
        hinter=hinter,
        listener=Listener(settings.database_url.get_secret_value()),
        metrics=metrics,
        tracing=tracing,
    )
