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
    """The next rung of each open file; reads only what the ledger has added since it was last refreshed."""

    def __init__(self, ledger: Ledger, files: Files, organisation: str) -> None:
        self._ledger = ledger
        self._files = files
        self._organisation = organisation
        self._rungs: dict[str, tuple[datetime, WorkingDays]] = {}
        self._position: int | None = None

    async def refresh(self) -> int:
        """Read on to the head; its position."""
        position = self._position
        if position is None:
            position = (await self._ledger.head(self._organisation)).position
            await self._look_up(await self._ledger.streams(self._organisation, cooperation_stream("")))
        while page := await self._ledger.read(self._organisation, position, PAGE):
            await self._look_up(event.stream for event in page)
            position = page[-1].position
        self._position = position
        return position

    def next(self, now: datetime) -> datetime | None:
        """The earliest instant, ``now`` or later, at which something is to be sent; None if nothing is."""
        instants = (calendar.sendable_from(max(at, now)) for at, calendar in self._rungs.values())
        return min(instants, default=None)

    def due_by(self, now: datetime) -> Sequence[str]:
        """The files that have something to send at ``now``."""
        return [
            file
            for file, (at, calendar) in self._rungs.items()
            if at <= now and calendar.sendable_from(now) == now
        ]

    async def _look_up(self, streams: Iterable[str]) -> None:
        for file in {file for stream in streams if (file := file_of(stream))}:
            self._rungs.pop(file, None)
            ruled = await self._files.ruled(self._organisation, file)
            if ruled and (at := next_rung(ruled.file, ruled.rulebook)):
                self._rungs[file] = at, ruled.rulebook.calendar
