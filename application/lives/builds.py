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


async def see_to_the_first(build: str, released: Callable[[], Awaitable[str | None]]) -> None:
    """See to it that some build is released: until then no worker that has one gets work. Runs until cancelled.

    A worker that gets no work because another build is released says so, be it that it has none itself. ``released``
    releases the worker's own build if it is the first, and says which one is.
    """
    while (current := await _released(build, released)) is None and build:  # noqa: ASYNC110 - others release too
        await asyncio.sleep(LOOK_SECONDS)
    if current not in {None, build}:
        log.warning("lives go on with another build", build=build, released=current, remedy="escale release")
    await asyncio.Event().wait()


async def _released(build: str, released: Callable[[], Awaitable[str | None]]) -> str | None:
    try:
        return await released()
    except NotReleased as reason:
        log.warning("no build released yet", build=build, reason=str(reason))
        return None
