"""The builds of workers, as whoever releases one sees them; the first one is released by itself."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

import structlog

log = structlog.get_logger()

LOOK_SECONDS = 1.0
"""How often a worker looks whether a build is released."""

BuildState = Literal["waiting", "current", "draining", "drained"]


class NotReleased(Exception):
    """Lives cannot go on with a build; says why, in Temporal's words."""


@dataclass(frozen=True, slots=True)
class Build:
    """A build that workers were started with."""

    build: str
    state: BuildState
    """``waiting``: it gets nothing yet; ``draining`` and ``drained``: it was current before."""


async def see_to_the_first(build: str, release_if_first: Callable[[], Awaitable[bool]]) -> None:
    """See to it that some build is released: until then no worker that has one gets work. Runs until cancelled.

    Without a ``build`` there is nothing to see to.
    """
    while build and not await _is_released(build, release_if_first):  # noqa: ASYNC110 - others release too
        await asyncio.sleep(LOOK_SECONDS)
    await asyncio.Event().wait()


async def _is_released(build: str, release_if_first: Callable[[], Awaitable[bool]]) -> bool:
    try:
        return await release_if_first()
    except NotReleased as reason:
        log.warning("no build released yet", build=build, reason=str(reason))
        return False
