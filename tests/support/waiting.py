"""Waiting for a condition, with or without a running event loop, never longer than said."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

LONG_ENOUGH = 120.0
"""Seconds after which what is waited for counts as not coming: far more than it takes on a busy machine."""


def run_apart(coroutine: Coroutine[None, None, T]) -> T:
    """Run `coroutine` to its end in a loop of its own, also when a loop is running here."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(asyncio.run, coroutine).result()


async def wait_until(
    condition: Callable[[], Awaitable[bool]], what: str, within: float = LONG_ENOUGH
) -> None:
    """Ask `condition` until it holds; raises AssertionError naming `what` when it has not ``within`` seconds.

    Say how many only where being quick is the rule.
    """
    deadline = time.monotonic() + within
    while not await condition():
        assert time.monotonic() < deadline, f"not within {within} s: {what}"
        await asyncio.sleep(0.05)
