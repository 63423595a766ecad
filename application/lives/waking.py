"""Waking files' workflows: several at once, each file one at a time, none held up by another that fails."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

import structlog

from application.ports import FollowerStore, Lifecycles
from domain.kernel.ledger import LedgerUnavailable

log = structlog.get_logger()

AT_ONCE, OWED_AT_ONCE = 32, 8
FIRST_RETRY_SECONDS, LAST_RETRY_SECONDS = 1.0, 20.0
"""A debt is tried again after a second, each time twice as long, at most twenty."""

Key = tuple[str, str]
"""An organisation and one of its files."""


class WakeFailed(Exception):
    """A workflow was not woken, or did not catch up; says why, as a code."""


@dataclass(slots=True)
class _Wake:
    """A file to be woken up to ``last``; what happened from ``first`` on is not yet settled, if anything."""

    first: int | None
    last: int


@dataclass(slots=True)
class _Debt:
    """A file whose wake failed, up to a position, and how long until it is tried again."""

    position: int
    retry_seconds: float


class Waker:
    """Takes wakes, coalesces them per file, and remembers in the store whom it still owes one.

    Files in debt have a lane of their own, so that they never hold up the others.
    """

    def __init__(self, lifecycles: Lifecycles, store: FollowerStore) -> None:
        self._lifecycles = lifecycles
        self._store = store
        self._wakes: dict[Key, _Wake] = {}
        self._debts: dict[Key, _Debt] = {}
        self._fresh: asyncio.Queue[Key] = asyncio.Queue()
        self._owed: asyncio.Queue[Key] = asyncio.Queue()

    async def run(self) -> None:
        """Wake whom it is told to, until cancelled."""
        async with asyncio.TaskGroup() as servers:
            for lane, width in ((self._fresh, AT_ONCE), (self._owed, OWED_AT_ONCE)):
                for _ in range(width):
                    servers.create_task(self._serve(lane))

    def wake(self, organisation: str, file: str, first: int, last: int) -> None:
        """Have a file woken for what happened between two positions; returns at once."""
        self._enqueue((organisation, file), first, last)

    def oldest(self, organisation: str) -> int | None:
        """The first position for which somebody is neither woken nor owed; None if there is none."""
        unsettled = (wake.first for (of, _), wake in self._wakes.items() if of == organisation)
        return min((first for first in unsettled if first is not None), default=None)

    def remember(self, organisation: str, owed: Mapping[str, int]) -> None:
        """Take over debts from the store, to be paid."""
        for file, position in owed.items():
            if (organisation, file) not in self._debts:
                self._debts[organisation, file] = _Debt(position, FIRST_RETRY_SECONDS)
                self._enqueue((organisation, file), None, position)

    def forget(self, organisation: str) -> None:
        """Drop all wakes and debts: the ledger went back, they speak of a history that is no more."""
        for keys in (self._wakes, self._debts):
            for key in [one for one in keys if one[0] == organisation]:
                del keys[key]

    def _enqueue(self, key: Key, first: int | None, last: int) -> None:
        if wake := self._wakes.get(key):
            wake.first = first if wake.first is None else wake.first
            wake.last = max(wake.last, last)
            return
        self._wakes[key] = _Wake(first, last)
        (self._owed if key in self._debts else self._fresh).put_nowait(key)

    async def _serve(self, lane: asyncio.Queue[Key]) -> None:
        while True:
            key = await lane.get()
            if (wake := self._wakes.get(key)) is None:  # forgotten meanwhile
                continue
            try:
                settled = await self._wake(key, wake)
            except LedgerUnavailable:  # neither woken nor owed: the checkpoint waits for it
                asyncio.get_running_loop().call_later(FIRST_RETRY_SECONDS, lane.put_nowait, key)
                continue
            if self._wakes.get(key) is not wake:
                continue
            del self._wakes[key]
            if wake.last > settled:
                self._enqueue(key, settled + 1, wake.last)

    async def _wake(self, key: Key, wake: _Wake) -> int:
        """Wake a file, or owe it; up to where that is settled: a workflow may have seen more than it was told.

        Raises LedgerUnavailable if neither can be done.
        """
        position = wake.last
        try:
            seen = await self._lifecycles.catch_up(*key, position)
        except WakeFailed as failure:
            reason = str(failure)
        except Exception as fault:
            log.exception("wake at fault", organisation=key[0], file=key[1])
            reason = type(fault).__name__
        else:
            if key in self._debts:
                await self._store.settle(*key, position)
                self._debts.pop(key, None)
            return max(seen, position)
        if self._wakes.get(key) is not wake:  # what it was owed for is no more
            return position
        await self._store.owe(*key, position, reason)
        self._retry_later(key, position, reason)
        return position

    def _retry_later(self, key: Key, position: int, reason: str) -> None:
        debt = self._debts.setdefault(key, _Debt(position, FIRST_RETRY_SECONDS / 2))
        debt.position = max(debt.position, position)
        debt.retry_seconds = min(debt.retry_seconds * 2, LAST_RETRY_SECONDS)
        log.warning("wake owed", organisation=key[0], file=key[1], position=position, reason=reason)
        asyncio.get_running_loop().call_later(debt.retry_seconds, self._retry, key)

    def _retry(self, key: Key) -> None:
        if (debt := self._debts.get(key)) and key not in self._wakes:
            self._enqueue(key, None, debt.position)
