"""Keeping parts of a worker up: what crashes is started again, and stops nobody else."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import structlog

log = structlog.get_logger("worker")

FIRST_RESTART_SECONDS, LAST_RESTART_SECONDS = 1.0, 30.0
STEADY_SECONDS = 60.0
"""A part that ran so long and then crashed is started again without delay."""

Part = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
"""Something that runs until the event is set, and can be started again."""

Endless = Callable[[], Coroutine[Any, Any, None]]
"""Something that runs until it is cancelled, and can be started again."""


async def keep_up(name: str, part: Part, stop: asyncio.Event) -> None:
    """Run a part until ``stop``; if it crashes, say so and start it again, each time later. Others go on."""
    delay = FIRST_RESTART_SECONDS
    while not stop.is_set():
        began = time.monotonic()
        try:
            await part(stop)
        except Exception:
            log.exception("part crashed", part=name)
        if time.monotonic() - began > STEADY_SECONDS:
            delay = FIRST_RESTART_SECONDS
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), delay)
        delay = min(delay * 2, LAST_RESTART_SECONDS)


def stoppable(endless: Endless) -> Part:
    """A part of something that runs until it is cancelled."""

    async def part(stop: asyncio.Event) -> None:
        running, stopping = asyncio.create_task(endless()), asyncio.create_task(stop.wait())
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not running.done():
            running.cancel()
            await asyncio.wait({running})
        if not running.cancelled():
            running.result()

    return part
