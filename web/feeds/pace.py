"""How often an address may be asked: within a minute what was given stands, and nobody looks at the ledger for it."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

MINUTE = 60.0
MOST = 10
"""Whole answers in a minute: the devices of one person, and whoever presses again."""


@dataclass(slots=True)
class _Answered:
    since: float
    etags: set[str] = field(default_factory=set)
    times: int = 0


class FeedPace:
    """What each address was answered within the last minute, in this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._answered: dict[str, _Answered] = {}

    def unchanged(self, token: str, etags: Mapping[str, None]) -> str | None:
        """One of some tags that was given within the minute; None: somebody has to look."""
        known = self._of(token)
        return next((one for one in etags if known and one in known.etags), None)

    def allows(self, token: str) -> bool:
        """Count one more look; whether it is within what is allowed."""
        known = self._of(token)
        if known is None:
            self._forget_old()
            known = self._answered[token] = _Answered(self._clock())
        known.times += 1
        return known.times <= MOST

    def answered(self, token: str, etag: str) -> None:
        """Remember what was given."""
        if known := self._of(token):
            known.etags = {etag}

    def _of(self, token: str) -> _Answered | None:
        known = self._answered.get(token)
        return known if known and self._clock() - known.since < MINUTE else None

    def _forget_old(self) -> None:
        now = self._clock()
        self._answered = {one: told for one, told in self._answered.items() if now - told.since < MINUTE}
