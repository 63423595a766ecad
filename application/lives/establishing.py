"""Seeing to it that every organisation is worked for, those founded later too; each worker does so."""

import time
from collections.abc import AsyncIterator, Callable
from typing import Protocol

import structlog

from application.lives.waking import WakeFailed
from domain.kernel.ledger import Ledger, LedgerUnavailable

log = structlog.get_logger()

AGAIN_SECONDS = 30.0
"""How often it is seen to again: Temporal may have lost its data, or somebody ended what was established."""


class Organisations(Protocol):
    """What is done once for an organisation, held by Temporal."""

    async def establish(self, organisation: str) -> None:
        """Have its ledger followed and its files swept. Safe to repeat. Raises WakeFailed."""


async def establish_all(
    ledger: Ledger, organisations: Organisations, hints: Callable[[], AsyncIterator[object]]
) -> None:
    """Establish whatever ``hints`` brings to light, until cancelled; it yields every second or so."""
    established: dict[str, float] = {}
    async for _ in hints():
        try:
            there = await ledger.organisations()
        except LedgerUnavailable as error:
            log.warning("organisations not seen to", reason=str(error))
            continue
        established = {one: at for one, at in established.items() if one in there}
        for organisation in there:
            now = time.monotonic()
            if now - established.get(organisation, now - AGAIN_SECONDS) < AGAIN_SECONDS:
                continue
            try:
                await organisations.establish(organisation)
            except WakeFailed as error:
                log.warning("nobody works for it yet", organisation=organisation, reason=str(error))
            else:
                established[organisation] = now
