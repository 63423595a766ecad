"""When the next thing falls due in an organisation's files, exact at the head of the ledger."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from application.files import Files, file_streams
from application.lives.assessment import prospects
from domain.deadlines.prospects import Prospect, first_of, nearest
from domain.kernel.calendar import WorkingDays
from domain.kernel.ids import ORGANISATION_STREAM, file_of
from domain.kernel.ledger import Ledger

PAGE = 500


class Agenda:
    """The next rung, silence or conclusion of each open file; reads only what the ledger has since added."""

    def __init__(self, ledger: Ledger, files: Files, organisation: str) -> None:
        self._ledger = ledger
        self._files = files
        self._organisation = organisation
        self._ahead: dict[str, tuple[tuple[Prospect, ...], WorkingDays]] = {}
        self._outages = 0
        self._position: int | None = None

    async def refresh(self, now: datetime) -> int:
        """Read on to the head; its position. ``now`` is what the clock shows."""
        position = self._position
        if position is None:
            position = (await self._ledger.head(self._organisation)).position
            await self._look_up(await file_streams(self._ledger, self._organisation), now)
        while page := await self._ledger.read(self._organisation, position, PAGE):
            await self._look_up({event.stream for event in page}, now)
            position = page[-1].position
        self._position = position
        return position

    def next(self, now: datetime) -> datetime | None:
        """The earliest instant, ``now`` or later, at which something is to be done; None if nothing is."""
        instants = (first_of(ahead, calendar, now) for ahead, calendar in self._ahead.values())
        return min((instant for instant in instants if instant is not None), default=None)

    def due_by(self, now: datetime) -> Sequence[str]:
        """The files that have something to do at ``now``."""
        return [
            file for file, (ahead, calendar) in self._ahead.items() if first_of(ahead, calendar, now) == now
        ]

    async def _look_up(self, streams: Iterable[str], now: datetime) -> None:
        """An outage puts off the silences of every file."""
        touched = set(streams)
        if ORGANISATION_STREAM in touched and await self._knows_another_outage():
            touched.update(await file_streams(self._ledger, self._organisation))
        for file in {file for stream in touched if (file := file_of(stream))}:
            self._ahead.pop(file, None)
            ruled = await self._files.ruled(self._organisation, file)
            if ruled is None:
                continue
            if ahead := nearest(prospects(ruled, now)):
                self._ahead[file] = ahead, ruled.rulebook.calendar_of(ruled.file.region)

    async def _knows_another_outage(self) -> bool:
        known, self._outages = (
            self._outages,
            len((await self._files.organisation(self._organisation)).outages),
        )
        return known != self._outages
