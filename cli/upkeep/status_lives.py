"""What Temporal tells for `escale status`, if it answers soon: who works for whom, which lives somebody ended."""

import asyncio
from collections.abc import Mapping, Sequence

from temporalio.service import RPCError

from application.lives.waking import WakeFailed
from bootstrap import Service
from bootstrap_temporal import connect_temporal, ended_lives, works_for
from domain.kernel.ledger import LedgerUnavailable
from queries.status import ByTemporal

PATIENCE = 3.0
"""Seconds that Temporal may take to tell."""


async def told_by_temporal(service: Service, organisations: Sequence[str]) -> Mapping[str, ByTemporal] | None:
    """What Temporal knows of each organisation; None if it does not tell."""
    try:
        async with asyncio.timeout(PATIENCE):
            client = await connect_temporal(service.settings)
            return {
                one: ByTemporal(
                    await works_for(service, client, one), await ended_lives(service, client, one)
                )
                for one in organisations
            }
    except (LedgerUnavailable, WakeFailed, RPCError, RuntimeError, TimeoutError):
        return None
