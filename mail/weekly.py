"""Sends the weekly digests of an organisation when they are due, by its own clock: one a person and week."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from email.headerregistry import Address
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from domain.kernel.ledger import LedgerUnavailable
from mail.digest_days import last_due, next_due
from mail.digests import Digest, written
from mail.outbox import Outbox

LOOK_SECONDS = 60.0
"""How often it looks whether a digest is due."""

log = structlog.get_logger(__name__)


class Wanted(Protocol):
    """Whose digest goes out on which weekday (1 is Monday), and how far it has told."""

    @property
    def person(self) -> str:
        """Who wants it."""

    @property
    def weekday(self) -> int:
        """When."""

    @property
    def told_position(self) -> int:
        """Up to which position of the ledger it has told."""

    @property
    def told_at(self) -> datetime:
        """When the last one was due, or it was asked for, by the organisation's clock."""


class Wishes(Protocol):
    """What people want to be mailed."""

    async def digests(self, organisation: str) -> Sequence[Wanted]:
        """The digests of everybody who wants one."""

    async def told(self, organisation: str, person: str, position: int, due: datetime) -> None:
        """The digest that was due went out, with what was recorded up to a position."""


Gather = Callable[[str, Wanted, datetime], Awaitable[tuple[Digest | None, int]]]
"""The digest of somebody of an organisation, None where there is nothing to tell; up to which position it tells."""


class WeeklyDigests:
    """Writes what is due and leaves it to the sender. ``where`` is the zone that an organisation lives in.

    A digest is queued under an id made of its person and week before that is noted: whoever dies between writes the
    same letter again, which is queued once. Of weeks that were missed together the last one is told. Every method
    raises LedgerUnavailable.
    """

    def __init__(
        self,
        wishes: Wishes,
        outbox: Outbox,
        where: Callable[[str], Awaitable[ZoneInfo]],
        gather: Gather,
        sender: str,
    ) -> None:
        self._wishes = wishes
        self._outbox = outbox
        self._where = where
        self._gather = gather
        self._sender = Address(addr_spec=sender)

    async def run(self, organisation: str, now: Callable[[str], Awaitable[datetime]]) -> None:
        """Send what is due until cancelled."""
        while True:
            try:
                await self.send_due(organisation, await now(organisation))
            except LedgerUnavailable as away:
                log.warning("no digests", organisation=organisation, reason=str(away))
            await asyncio.sleep(LOOK_SECONDS)

    async def send_due(self, organisation: str, now: datetime) -> int:
        """Queue the digests that are due at an instant; how many."""
        wanted = await self._wishes.digests(organisation)
        if not wanted:
            return 0
        zone = await self._where(organisation)
        due = [(one, last_due(one.weekday, zone, now)) for one in wanted]
        return sum([await self._send(organisation, one, at) for one, at in due if one.told_at < at])

    async def next_due(self, organisation: str, now: datetime) -> datetime | None:
        """The first instant after ``now`` at which one is due; None if nobody wants any."""
        wanted = await self._wishes.digests(organisation)
        if not wanted:
            return None
        zone = await self._where(organisation)
        return min(next_due(one.weekday, zone, now) for one in wanted)

    async def _send(self, organisation: str, wanted: Wanted, due: datetime) -> bool:
        """A digest that cannot be written holds up no other; it is tried again."""
        try:
            digest, position = await self._gather(organisation, wanted, due)
        except LedgerUnavailable:
            raise
        except Exception:
            log.exception("digest_failed", organisation=organisation, person=wanted.person)
            return False
        if digest is not None:
            await self._outbox.enqueue(organisation, "digest", written(digest, self._sender))
        await self._wishes.told(organisation, wanted.person, position, due)
        return digest is not None
