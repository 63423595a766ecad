"""Taking the clocks of simulations to where they are wanted, from due instant to due instant."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import structlog

from application.clocks.next_due import Agenda
from application.files import Files
from application.lives.heartbeat import Heartbeat
from application.lives.waking import WakeFailed
from application.ports import ClockStore, FollowerStore, Lifecycles, RulebookDiffers
from domain.kernel.clock import ClockSetting
from domain.kernel.ledger import Ledger, LedgerUnavailable

log = structlog.get_logger()

LOOK_SECONDS = 0.1
"""How often it looks whether somebody wants a clock advanced."""
RETRY_SECONDS = 5.0
AT_ONCE = 32
ATTEMPTS = 3


class ClockStuck(Exception):
    """A workflow does not do what is due: the clock waits for it."""


class Weekly(Protocol):
    """Letters that go out by the clock alone, whatever the ledger holds."""

    async def next_due(self, organisation: str, now: datetime) -> datetime | None:
        """The first instant after ``now`` at which one is due."""

    async def send_due(self, organisation: str, now: datetime) -> int:
        """Queue those that are due; how many."""


@dataclass(frozen=True, slots=True)
class Mailed:
    """Mail as the clock goes: ``settled`` waits until an organisation's has left and its read models know all of it."""

    settled: Callable[[str], Awaitable[None]]
    weekly: Weekly


class ClockKeeper:
    """Advances every simulation whose clock has a later target. What it shows is always caught up with.

    ``settled`` waits until what an organisation's step set off has come to rest: mail, read models. Each step leaves a
    sign of life first, since a clock that somebody else moved means that the service was away.
    """

    def __init__(
        self,
        ledger: Ledger,
        clocks: ClockStore,
        files: Files,
        lifecycles: Lifecycles,
        store: FollowerStore,
        mailed: Mailed,
        heartbeat: Heartbeat,
    ) -> None:
        self._ledger = ledger
        self._clocks = clocks
        self._files = files
        self._lifecycles = lifecycles
        self._store = store
        self._settled, self._weekly = mailed.settled, mailed.weekly
        self._heartbeat = heartbeat
        self._agendas: dict[tuple[str, int], Agenda] = {}

    async def run(self, organisation: str) -> None:
        """Keep an organisation's clock until cancelled; whoever kept it before may have died as it moved."""
        caught_up = False
        while True:
            try:
                if not caught_up:
                    await self._catch_up(organisation)
                    caught_up = True
                await self.advance(organisation)
                await asyncio.sleep(LOOK_SECONDS)
            except (LedgerUnavailable, ClockStuck, RulebookDiffers) as error:
                log.error("clock stands still", organisation=organisation, reason=str(error))  # noqa: TRY400
                await asyncio.sleep(RETRY_SECONDS)

    async def advance(self, organisation: str) -> None:
        """Take the clock to its target, if that is later. Can be interrupted anywhere and called again.

        What is due at the instant where it stands is done and told before it goes on: a message on its way may let
        silence count sooner than anything else comes. Raises LedgerUnavailable, and ClockStuck if a workflow does not
        do what is due.
        """
        shown: datetime | None = None
        while (setting := await self._clocks.read(organisation)) and setting.now < setting.target:
            agenda = self._agenda(organisation)
            if setting.now != shown:
                await self._heartbeat.beat(organisation)
                await self._do_what_is_due(organisation, agenda, setting.now)
            shown = await self._step(organisation, agenda, setting)

    async def _catch_up(self, organisation: str) -> None:
        """Do what is due at the instant that the clock shows."""
        if setting := await self._clocks.read(organisation):
            await self._heartbeat.beat(organisation)
            await self._do_what_is_due(organisation, self._agenda(organisation), setting.now)

    def _agenda(self, organisation: str) -> Agenda:
        """What is due in the organisation; begun anew when its ledger went back."""
        key = organisation, self._files.turn(organisation)
        if key not in self._agendas:
            self._agendas = {one: kept for one, kept in self._agendas.items() if one[0] != organisation}
            self._agendas[key] = Agenda(self._ledger, self._files, organisation)
        return self._agendas[key]

    async def _step(self, organisation: str, agenda: Agenda, setting: ClockSetting) -> datetime:
        await agenda.refresh(setting.now)
        upcoming = agenda.next(setting.now), await self._weekly.next_due(organisation, setting.now)
        now = min(one for one in (*upcoming, setting.target) if one is not None)
        await self._heartbeat.leave(organisation, now)
        await self._clocks.show(organisation, now)
        await self._do_what_is_due(organisation, agenda, now)
        return now

    async def _do_what_is_due(self, organisation: str, agenda: Agenda, now: datetime) -> None:
        """Until nothing is: a message that arrives may let silence count at the same instant."""
        position = await agenda.refresh(now)
        while True:
            for _ in range(ATTEMPTS):
                if not (concerned := agenda.due_by(now)):
                    break
                await self._wake(organisation, concerned, position)
                position = await agenda.refresh(now)
            if stuck := agenda.due_by(now):
                raise ClockStuck(", ".join(stuck))
            await self._settled(organisation)
            position = await agenda.refresh(now)
            if not agenda.due_by(now):
                break
        if await self._weekly.send_due(organisation, now):
            await self._settled(organisation)

    async def _wake(self, organisation: str, files: Sequence[str], position: int) -> None:
        """Have files catch up; who does not is owed a wake, where operators see it."""
        gate = asyncio.Semaphore(AT_ONCE)

        async def wake(file: str) -> None:
            async with gate:
                try:
                    await self._lifecycles.catch_up(organisation, file, position)
                except WakeFailed as failure:
                    await self._store.owe(organisation, file, position, str(failure))

        async with asyncio.TaskGroup() as tasks:
            for file in files:
                tasks.create_task(wake(file))
