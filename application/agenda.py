"""When the next thing falls due in an organisation's files, exact at the head of the ledger."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from application.files import Files
from domain.calendar import WorkingDays
from domain.due import next_rung
from domain.ids import cooperation_stream, file_of
from domain.ledger import Ledger

PAGE = 500


class Agenda:
    """The next instant of each open file; reads only what the ledger has added since it was last refreshed."""

    def __init__(self, ledger: Ledger, files: Files, organisation: str) -> None:
        self._ledger = ledger
        self._files = files
        self._organisation = organisation
        self._rungs: dict[str, tuple[datetime, WorkingDays]] = {}
        self.position: int | None = None
        """Up to where the ledger was read; None before the first refresh."""

    async def refresh(self) -> None:
        """Read on to the head."""
        if self.position is None:
            head = await self._ledger.head(self._organisation)
            streams: Iterable[str] = await self._ledger.streams(self._organisation, cooperation_stream(""))
            await self._look_up({file_of(stream) for stream in streams})
            self.position = head.position
        while page := await self._ledger.read(self._organisation, self.position, PAGE):
            await self._look_up({file_of(event.stream) for event in page})
            self.position = page[-1].position

    def next(self, now: datetime) -> datetime | None:
        """The earliest instant, now or later, at which something is to be sent; None if nothing is."""
        return min((_sendable(rung, now) for rung in self._rungs.values()), default=None)

    def due_by(self, now: datetime) -> Sequence[str]:
        """The files that have something to be sent now; what waits for a working day is not."""
        return [file for file, rung in self._rungs.items() if _sendable(rung, now) <= now]

    async def _look_up(self, files: set[str | None]) -> None:
        for file in files:
            if file is None:
                continue
            self._rungs.pop(file, None)
            state = await self._files.cooperation(self._organisation, file)
            if state and (at := next_rung(state, self._files.rulebook(state))):
                self._rungs[file] = at, self._files.rulebook(state).calendar


def _sendable(rung: tuple[datetime, WorkingDays], now: datetime) -> datetime:
    at, calendar = rung
    return calendar.sendable_from(max(at, now))
