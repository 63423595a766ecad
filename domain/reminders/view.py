"""A file after its last event, and what several askers want to know of it, found once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from domain.cooperations.gate import ItemStanding, gate
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import RungTime
from domain.files.file import KeptFile
from domain.people.state import Organisation
from domain.reminders.any_file import deadlines, speaking
from domain.reminders.due import next_rung
from domain.reminders.occurrences import Occurrences
from domain.reminders.silence import SilenceAt, silences
from domain.rulebook import Rulebook

AFile_co = TypeVar("AFile_co", bound=KeptFile, covariant=True)


NOBODY = Organisation()


@dataclass(frozen=True)
class FileView(Generic[AFile_co]):
    """A file after its last event, and what several read models ask of it, found once."""

    file: AFile_co
    rulebook: Rulebook
    position: int
    recorded_at: datetime
    organisation: Organisation = NOBODY
    """Whose outages put silences off; read models do not know them, and leave that to who shows the date."""
    told: Occurrences | Exception = field(default_factory=Occurrences)
    """The deadlines that it ever had, where somebody followed it; or why they cannot be told."""

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which the file's days begin and end."""
        return self.rulebook.zone_of(self.file.region)

    @property
    def occurrences(self) -> Occurrences:
        """The deadlines that it ever had. Raises what made them impossible to tell."""
        if isinstance(self.told, Exception):
            raise self.told
        return self.told

    @cached_property
    def speaking(self) -> tuple[Deadline, ...]:
        """The open deadlines that may remind now, soonest first."""
        return speaking(self.file, self.rulebook)

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The open deadlines, silent ones too."""
        return deadlines(self.file, self.rulebook)

    def coming(self, deadline: Deadline) -> RungTime | None:
        """The next reminder of an open deadline, which may have come already; None while it is silent."""
        return next_rung(deadline) if deadline in self.speaking else None

    @cached_property
    def silences(self) -> Mapping[str, SilenceAt]:
        """What silence may count as, by occurrence, as of the last event."""
        found = silences(self.file, self.rulebook, self.organisation, self.recorded_at)
        return {one.occurrence: one for one in found}

    @cached_property
    def gate(self: "FileView[Cooperation]") -> tuple[ItemStanding, ...]:
        """The gate of a cooperation's present phase as it stood at the last event; no other file has one."""
        return gate(self.file, self.rulebook, self.recorded_at)
