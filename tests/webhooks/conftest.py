"""A ledger, subscriptions to it, and senders, on a database of the test's own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import asyncpg
import pytest

from domain.kernel.ledger import LedgerKind
from domain.kernel.recorded import Recorded
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from queries.heard import family_heard
from tests.projections.making import ANNA, NOW, ORGANISATION, Writer
from tests.support.postgres import Database
from webhooks.deliveries import Deliveries
from webhooks.posting import Posting
from webhooks.sender import Patience, Sender
from webhooks.subscriptions import Subscription, Subscriptions

QUICK = Patience(first=timedelta(milliseconds=20), longest=timedelta(milliseconds=80))
"""Waits as short as may be; days and minutes that count are let pass."""


@dataclass
class Telling:
    """An organisation whose events are told; ``closed``: streams that the subscription's owner may not read."""

    pool: asyncpg.Pool
    ledger: PostgresLedger
    writer: Writer
    subscriptions: Subscriptions
    closed: set[str] = field(default_factory=set)

    async def subscribe(self, url: str, *families: str, position: int = 0) -> tuple[str, str]:
        """Anna has somebody told; the id and the secret."""
        return await self.subscriptions.add(ORGANISATION, ANNA, url, families, position)

    async def one(self, named: str) -> Subscription:
        """A subscription as it stands."""
        found = await self.subscriptions.find(ORGANISATION, named)
        assert found
        return found

    async def states(self, named: str) -> dict[int, str]:
        """What became of each delivery, by position."""
        found = await self.subscriptions.deliveries(ORGANISATION, named)
        return {one.position: one.state for one in sorted(found, key=lambda one: one.position)}

    async def passes(self, while_: timedelta) -> None:
        """Let time pass, as far as deliveries know of it: what was noted of them lies so much further back."""
        await self.pool.execute(
            "UPDATE webhooks.deliveries SET next_at = next_at - $1::interval, taken_until = taken_until - $1::interval,"
            " failing_since = failing_since - $1::interval",
            while_,
        )

    @asynccontextmanager
    async def sender(
        self, patience: Patience = QUICK, *, loopback: bool = True, seconds: float = 5.0
    ) -> AsyncIterator["asyncio.Task[None]"]:
        """A sender at work; cancelled at the end, as one that is killed."""
        sender = Sender(
            Deliveries(self.pool),
            self.ledger,
            Posting(loopback=loopback, seconds=seconds),
            may_hear=self._may_hear,
            family_of=family_heard,
            patience=patience,
            pause=0.02,
        )
        task = asyncio.create_task(sender.run(asyncio.Event()))
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _may_hear(self, _organisation: str, _person: str, recorded: Recorded) -> bool:
        return recorded.stream not in self.closed


@pytest.fixture
async def telling(database: Database) -> AsyncIterator[Telling]:
    """A simulation, so that receivers may be on this machine."""
    pool = await open_pool(database.service_dsn)
    ledger = PostgresLedger(pool)
    writer = Writer(ledger)
    await ledger.found(ORGANISATION, LedgerKind.SIMULATION, NOW)
    yield Telling(pool, ledger, writer, Subscriptions(pool))
    pool.terminate()
