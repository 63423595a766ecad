"""What a decision is taken on besides the file: the people, the rules, the time; and what it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from domain.kernel.command import Command
from domain.kernel.event import Event
from domain.kernel.moments import earliest, write_instant
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal, refuse
from domain.people.state import Organisation
from domain.rulebook import Rulebook

Kind = TypeVar("Kind")


class StreamState(Protocol):
    """What the events of a stream fold to, whatever it is about. ``entry`` is the last one folded."""

    @property
    def entry(self) -> int:
        """The number of the last entry within the stream; 0 before the first."""


State = StreamState | None
"""What a stream folds to; None for one without events."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The circumstances of a decision.

    ``rulebook`` is the file's own, the one it would open under, or, to publish one, the one in force.
    """

    organisation: Organisation
    rulebook: Rulebook | None
    now: datetime
    beside: Mapping[str, State] = field(default_factory=dict)
    """Everything that was read, by stream; None for a stream without events."""
    targets: Mapping[str, Rulebook] = field(default_factory=dict)
    """The rulebooks, by id, that the command names, to migrate to or to publish where there is one already; and those
    that the file has left, where a correction puts what was decided under them in doubt; where somebody is made known
    or given a role, those that the organisation goes by."""
    holder: str | None = None
    """Who has the address already that the command brings: the first who was registered with it."""
    importing: bool = False
    """Whether a past is brought in: who does vouches for it."""

    def zone_of(self, region: str) -> ZoneInfo:
        """The time zone in which the days of a region's files begin and end: by the rulebook, where there is one."""
        return self.rulebook.zone_of(region) if self.rulebook else self.organisation.zone_of(region)

    def read(self, kind: type[Kind], stream: Callable[[str], str], key: str | None) -> Kind | None:
        """What was read of that id, if it exists: ``read(Review, review_stream, key)``."""
        found = self.beside.get(stream(key)) if key else None
        return found if isinstance(found, kind) else None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that a decision gives, in which stream, and when it takes effect."""

    stream: str
    event: Event
    effective_at: str


def foreseen(happening: Happening, entry: int, command: Command) -> Recorded:
    """A happening as its file's ``entry`` would have it, before the ledger has recorded anything."""
    return Recorded(
        event=happening.event,
        stream=happening.stream,
        entry=entry,
        effective_at=happening.effective_at,
        actor=command.actor,
        command_id=command.command_id,
        cause=command.command_id,
        correlation=command.command_id,
        rulebook=None,
    )


Decision = tuple[Event, ...] | Refusal
"""Events of the command's own stream, all effective when the command is; or why not."""


def effective_at(command: Command, setting: Setting) -> str:
    """When the command takes effect: as it says, else now."""
    return command.effective_at or write_instant(setting.now)


def not_yet(at: str, setting: Setting, zone: ZoneInfo) -> Refusal | None:
    """Why a moment is not one to record: it is still to come."""
    now = setting.now.astimezone(zone).isoformat(timespec="minutes")
    return refuse("in_future", at=at, now=now) if earliest(at, zone) > setting.now else None
