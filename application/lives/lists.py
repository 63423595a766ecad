"""Whether Temporal's lists know what workflows show of themselves: to show what a server does not know stops them."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

import structlog

log = structlog.get_logger()

LOOK_SECONDS = 15.0
"""How often it is asked until they do; a server takes a few seconds to tell all its parts of a new attribute."""


class ListsUnknown(Exception):
    """Temporal does not say what its lists know, or they know something else by these names."""


class Lists:
    """``missing`` asks a server which search attributes its lists lack; raises ListsUnknown."""

    def __init__(self, missing: Callable[[], Awaitable[Sequence[str]]], every: float = LOOK_SECONDS) -> None:
        self._missing = missing
        self._every = every
        self._turn = asyncio.Lock()
        self._known = self._lacked = False
        self._next_look = 0.0

    async def know(self) -> bool:
        """Whether they know all. Asked of the server until they do; while it does not say, they do not."""
        async with self._turn:
            if not self._known and time.monotonic() >= self._next_look:
                self._next_look = time.monotonic() + self._every
                self._known = await self._look()
        return self._known

    async def _look(self) -> bool:
        """What was missing the last time is not counted on before another look."""
        try:
            missing = await self._missing()
        except ListsUnknown as unknown:
            log.warning("search attributes not known", reason=str(unknown))
            return False
        lacked, self._lacked = self._lacked, bool(missing)
        if missing:
            log.error("search attributes missing", missing=missing, remedy="escale prepare-temporal")
        return not missing and not lacked
