"""The service's signs of life: how it knows, when it comes back, that it was away, and since when.

What people did not answer while nobody could reach them must not count against them. So the service leaves a sign of
life with each ledger, in that ledger's own time; one that is found older than a quarter of an hour means an outage,
which is recorded before any silence may count.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from application.commands.answer import Answer
from application.ports import Clock, SignsOfLife
from domain.kernel.ids import SERVICE, outage_command_id
from domain.kernel.ledger import LedgerUnavailable
from domain.organisation.commands import RecordOutage

OUTAGE_AFTER = timedelta(minutes=15)
"""A sign of life older than this means that the service was away: long enough for a restart or a new release."""

BEAT_SECONDS = 60.0
"""How often a sign of life is left."""

log = structlog.get_logger()

Record = Callable[[str, RecordOutage], Awaitable[Answer]]
"""Records a command in an organisation's ledger: the one way in."""


def is_stale(last: datetime | None, now: datetime) -> bool:
    """Whether a sign of life is missing, or so old that the service must have been away."""
    return last is None or now - last > OUTAGE_AFTER


class Heartbeat:
    """Leaves signs of life, and records the outages that it finds. ``healthy`` says whether Temporal answers."""

    def __init__(
        self,
        clock: Clock,
        signs: SignsOfLife,
        record: Record,
        healthy: Callable[[], Awaitable[bool]],
    ) -> None:
        self._clock = clock
        self._signs = signs
        self._record = record
        self._healthy = healthy

    async def run(self, organisation: str) -> None:
        """Beat until cancelled; while PostgreSQL or Temporal does not answer there is no sign of life."""
        while True:
            try:
                if await self._healthy():
                    await self.beat(organisation)
            except LedgerUnavailable as away:
                log.warning("no sign of life", reason=str(away))
            await asyncio.sleep(BEAT_SECONDS)

    async def beat(self, organisation: str) -> None:
        """Leave a sign of life; record first, if the last one is old, that the service was away.

        The clock is read before the sign: whoever moves a simulation's clock leaves the sign before. Raises
        LedgerUnavailable.
        """
        now = await self._clock.now(organisation)
        last = await self._signs.last(organisation)
        if last is not None and is_stale(last, now):
            answer = await self._record(organisation, outage(last, now))
            log.warning("outage", organisation=organisation, since=last, until=now, outcome=answer.outcome)
        await self._signs.leave(organisation, now)

    async def leave(self, organisation: str, at: datetime) -> None:
        """Leave a sign of life for an instant that a simulation's clock is about to show."""
        await self._signs.leave(organisation, at)


def outage(since: datetime, until: datetime) -> RecordOutage:
    """The command that records an outage, with an id made of it: it is recorded once."""
    return RecordOutage(
        type="RecordOutage",
        command_id=outage_command_id(since, until),
        actor=SERVICE,
        since=since,
        until=until,
    )
