"""Looking at what was: as of one date, as far as was known on another; the same for files, lists and envelopes.

A day is judged where each file lives. What is asked for as it was is folded from the ledger itself, stream by stream: a
list reads the entries of every stream of its kind, so it costs in proportion to the ledger, and holds no more than a
hundred streams at a time.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.files.file import AFile, KeptFile
from domain.files.setting import State
from domain.kernel.recorded import Recorded
from domain.registry.as_of import entries_then, state_then
from domain.registry.codec import decode_all
from domain.registry.folding import next_state
from domain.reminders.view import FileView
from language import Text
from queries.refused import Failure, FailureKind
from queries.typed import end_of
from queries.visit import Visit, reached

_AT_ONCE = 100
"""Streams that are read, folded and let go together."""


@dataclass(frozen=True, slots=True)
class Then:
    """The dates that somebody asks about, as they were typed; empty: now, and all that is known."""

    as_of: str = ""
    known_on: str = ""

    def __bool__(self) -> bool:
        """Whether anything but the present is asked for."""
        return bool(self.as_of or self.known_on)

    def happened_by(self, zone: ZoneInfo) -> datetime | None:
        """The instant by which it had happened, where days are those of a zone. Raises Failure for no date."""
        return end_of(self.as_of, zone)

    def known_by(self, zone: ZoneInfo) -> datetime | None:
        """The instant by which it was recorded, where days are those of a zone. Raises Failure for no date."""
        return end_of(self.known_on, zone)

    def at(self, visit: Visit, zone: ZoneInfo) -> datetime:
        """The instant that is looked from."""
        return self.happened_by(zone) or self.known_by(zone) or visit.now

    def as_json(self) -> dict[str, Any]:
        """What an answer about the past says first."""
        return {"as_of": self.as_of or None, "known_on": self.known_on or None} if self else {}

    def view(self, visit: Visit, file: AFile) -> FileView[AFile]:
        """A file with its rules, looked at from then, by the days of where it lives."""
        rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
        at = self.at(visit, visit.zone_of(file))
        return FileView(file, rulebook, position=0, recorded_at=at, organisation=visit.people)

    async def stream(self, visit: Visit, stream: str) -> tuple[State, Sequence[Recorded]]:
        """A review, a funding or an envelope as it was, and its entries by then. Raises Failure if it was not there."""
        stored = await visit.service.ledger.read_streams(visit.organisation, {stream: 0})
        entries = decode_all(stored.get(stream, ()))
        zone = _zone_of(visit, stream, entries)
        history = list(entries_then(stream, entries, self.happened_by(zone), self.known_by(zone), zone))
        state = next_state(stream, None, history)
        if state is None:
            raise not_there_then()
        return state, history

    async def states(self, visit: Visit, kind: str) -> AsyncIterator[State]:
        """Everything of a kind (``funding``) that was there, as it was by the days of where each lives."""
        self.at(visit, visit.zone)  # what is no date is refused, also where nothing is there yet
        async with reached():
            streams = await visit.service.ledger.streams(visit.organisation, f"{kind}:")
        for begin in range(0, len(streams), _AT_ONCE):
            asked = dict.fromkeys(streams[begin : begin + _AT_ONCE], 0)
            async with reached():
                stored = await visit.service.ledger.read_streams(visit.organisation, asked)
            for stream in asked:
                entries = decode_all(stored.get(stream, ()))
                zone = _zone_of(visit, stream, entries)
                then, known = self.happened_by(zone), self.known_by(zone)
                if (state := state_then(stream, entries, then, known, zone)) is not None:
                    yield state

    async def views(self, visit: Visit, kind: type[AFile], name: str) -> AsyncIterator[FileView[AFile]]:
        """Every file of a kind that was there and has its rules, as it was."""
        async for state in self.states(visit, name):
            if isinstance(state, kind) and isinstance(state, KeptFile):
                yield self.view(visit, state)


def _zone_of(visit: Visit, stream: str, entries: Sequence[Recorded]) -> ZoneInfo:
    """Where the days of a stream begin and end: a file's as its rulebook says, an envelope's with the organisation."""
    file = next_state(stream, None, entries)
    return visit.zone_of(file) if isinstance(file, KeptFile) else visit.zone


def not_there_then() -> Failure:
    """It had not begun, or nobody knew."""
    return Failure(
        FailureKind.REFUSED,
        "not-known-then",
        Text(
            "Cela n’existait pas encore, ou n’était pas connu.",
            "That was not there yet, or not known.",
        ),
        Text("Demandez une date plus tardive.", "Ask for a later date."),
    )
