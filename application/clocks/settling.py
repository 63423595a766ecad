"""Waiting, under a simulated clock, for what real time would have room for: mail, reports, read models."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import structlog

from domain.kernel.ledger import Ledger

log = structlog.get_logger()

PATIENCE_SECONDS = 5.0
"""After that the clock goes on: a mail server that is away must not stop time."""
LOOK_SECONDS = 0.01


class Unreported(Protocol):
    """A message at rest of which the ledger was not told."""

    @property
    def organisation(self) -> str:
        """Whose it is."""


class Outbox(Protocol):
    """Where messages wait."""

    async def counts(self, organisation: str) -> Mapping[str, int]:
        """How many messages are in each state that has any."""

    async def unreported(self) -> Sequence[Unreported]:
        """Messages at rest of which the ledger was not told."""


class ReadModels(Protocol):
    """What is folded from the ledger."""

    async def wait_for(self, organisation: str, position: int, timeout: float) -> object:  # noqa: ASYNC109
        """Wait at most so long until a position is folded."""


class Settling:
    """Waits until an organisation's mail has left, the ledger knows, and the read models have all of it."""

    def __init__(
        self, ledger: Ledger, outbox: Outbox, read_models: ReadModels, nudge: Callable[[], None]
    ) -> None:
        self._ledger = ledger
        self._outbox = outbox
        self._read_models = read_models
        self._nudge = nudge

    async def settled(self, organisation: str) -> None:
        """Wait for all of it, a few seconds at most. Raises LedgerUnavailable."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while await self._mail_is_moving(organisation):
            if time.monotonic() > deadline:
                log.warning("mail is still on its way", organisation=organisation)
                break
            self._nudge()
            await asyncio.sleep(LOOK_SECONDS)
        head = await self._ledger.head(organisation)
        await self._read_models.wait_for(organisation, head.position, PATIENCE_SECONDS)

    async def _mail_is_moving(self, organisation: str) -> bool:
        counts = await self._outbox.counts(organisation)
        if counts.get("queued") or counts.get("sending"):
            return True
        return any(one.organisation == organisation for one in await self._outbox.unreported())
