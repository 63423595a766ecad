"""How many workflows do not go on by themselves, shown by the worker that works for their organisation."""

import asyncio
from collections.abc import Awaitable, Callable, Sized

import structlog

from application.lives.waking import WakeFailed
from application.observability.metrics import Metrics

log = structlog.get_logger()

LOOK_SECONDS = 30.0


async def watch_troubles(
    in_trouble: Callable[[str], Awaitable[Sized]], metrics: Metrics, organisation: str
) -> None:
    """Look and show until cancelled; none then, for another worker shows them from now on.

    ``in_trouble`` lists them; it may raise WakeFailed where Temporal does not say.
    """
    try:
        while True:
            try:
                metrics.in_trouble(organisation, len(await in_trouble(organisation)))
            except WakeFailed as untold:
                log.info("troubles not counted", organisation=organisation, reason=str(untold))
            await asyncio.sleep(LOOK_SECONDS)
    finally:
        metrics.in_trouble(organisation, 0)
