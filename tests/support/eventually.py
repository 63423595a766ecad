"""Waiting for a condition, with a deadline: tests never sleep for luck."""

import asyncio
import time
from collections.abc import Awaitable, Callable


async def eventually(
    holds: Callable[[], Awaitable[object]], within: float = 15.0, every: float = 0.05
) -> None:
    """Wait until ``holds`` answers something true; fail if it has not within so many seconds."""
    deadline = time.monotonic() + within
    while not await holds():
        assert time.monotonic() < deadline, f"not within {within} s: {holds.__name__}"
        await asyncio.sleep(every)
