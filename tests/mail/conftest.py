"""An outbox in a real PostgreSQL, a mail server that can misbehave, and senders between them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

import asyncpg
import pytest

from domain.kernel.ledger import LedgerKind, LedgerUnavailable
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from mail.courier import Complete, Courier, MailServer
from mail.messages import Letter
from mail.outbox import Outbox
from mail.sender import Sender
from mail.settlements import Settlements
from tests.eventstore.making import NOW
from tests.mail.making import IMPATIENT, ORGANISATION, Ledgerward, return_path
from tests.mail.relay import Relay, serve_relay
from tests.support.postgres import Database
from tests.support.waiting import LONG_ENOUGH, wait_until

Sending = Callable[..., AbstractAsyncContextManager[asyncio.Event]]
"""Runs a sender while its block lasts; the event stops it earlier."""


@pytest.fixture
async def pool(database: Database) -> AsyncIterator[asyncpg.Pool]:
    """The service's connections to a database of the test's own."""
    opened = await open_pool(database.service_dsn)
    yield opened
    opened.terminate()


@pytest.fixture
async def ledger(pool: asyncpg.Pool) -> PostgresLedger:
    """The ledger, founded as a real one."""
    store = PostgresLedger(pool)
    await store.found(ORGANISATION, LedgerKind.REAL, NOW)
    return store


@pytest.fixture
def outbox(pool: asyncpg.Pool) -> Outbox:
    """The outbox beside it."""
    return Outbox(pool)


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    """The mail server to which real mail goes."""
    async with serve_relay() as serving:
        yield serving


@pytest.fixture
def ledgerward() -> Ledgerward:
    """What the sender asks of the ledger and tells it."""
    return Ledgerward()


@pytest.fixture
def sending(outbox: Outbox, ledger: PostgresLedger, relay: Relay, ledgerward: Ledgerward) -> Sending:
    """Senders that run until their block ends; asked to stop, they must do so within 10 s."""

    @asynccontextmanager
    async def send(
        catcher: MailServer | None = None,
        through: MailServer | None = None,
        complete: Complete | None = None,
    ) -> AsyncIterator[asyncio.Event]:
        sender = Sender(
            outbox,
            Courier(return_path, through or relay.server, catcher, IMPATIENT, complete),
            Settlements(outbox, ledger),
            withheld=ledgerward.withheld,
            report=ledgerward.report,
            pause=0.02,
        )
        stop = asyncio.Event()
        running = asyncio.create_task(sender.run(stop))
        try:
            yield stop
        finally:
            stop.set()
            await asyncio.wait_for(running, LONG_ENOUGH)

    return send


@pytest.fixture
def letter(outbox: Outbox) -> Callable[..., object]:
    """Wait until the message of an id is in one of some states."""

    async def wait_for(message: str, *states: str) -> Letter:
        found: list[Letter] = []

        async def there() -> bool:
            with suppress(LedgerUnavailable):
                letters = await outbox.letters(ORGANISATION)
                found[:] = [one for one in letters if one.id == message and one.state in states]
            return bool(found)

        await wait_until(there, "there")
        return found[0]

    return wait_for
