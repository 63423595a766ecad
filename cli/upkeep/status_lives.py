"""Lives that somebody ended, for `escale status`: what Temporal's list knows, if it answers soon."""

import asyncio
from collections.abc import Mapping, Sequence

from temporalio.service import RPCError

from application.lives.waking import WakeFailed
from bootstrap import Service
from bootstrap_temporal import connect_temporal, ended_lives
from domain.kernel.ledger import LedgerUnavailable

PATIENCE = 3.0
"""Seconds that Temporal may take to tell."""


async def lives_ended(service: Service, organisations: Sequence[str]) -> Mapping[str, list[str]] | None:
    """The open files of each organisation whose workflow was ended or failed; None if Temporal does not tell."""
    try:
        async with asyncio.timeout(PATIENCE):
            client = await connect_temporal(service.settings)
            return {one: await ended_lives(service, client, one) for one in organisations}
    except (LedgerUnavailable, WakeFailed, RPCError, RuntimeError, TimeoutError):
        return None
