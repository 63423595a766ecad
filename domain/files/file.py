"""What every file holds that has deadlines, be it a cooperation, a review or a funding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar
from zoneinfo import ZoneInfo

from domain.files.acts import NO_ACTS, ActsSeen
from domain.files.entries import FileEntry
from domain.files.outcome import Outcome
from domain.kernel.moments import earliest
from domain.kernel.prose import Prose
from domain.kernel.values import ASLEEP
from domain.rulebook import Rulebook

AFile = TypeVar("AFile", bound="KeptFile")
"""A file of some kind: what comes out is of the kind that went in."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A request for completion; ``until`` is None while it is pending."""

    entry: int
    since: str
    until: str | None = None
    what: Prose | None = None
    """What was asked for."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A sleep of the file; ``until`` is None while it lasts, ``planned`` the day on which it was meant to end."""

    since: str
    until: str | None = None
    planned: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """More time for a deadline: until a day, granted at a moment."""

    until: date
    granted_at: str


@dataclass(frozen=True, slots=True)
class Message:
    """A reminder sent, and what is known of its delivery (``queued`` until reported)."""

    occurrence: str
    rung: str
    recipient: str
    delivery: str
    entry: int
    claim: str
    """The id of the command that issued it."""


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """A file that is reminded of. ``entry`` is the last one folded; ``managers`` are in charge of its cooperation."""

    id: str
    entry: int
    rulebook: str
    region: str
    managers: tuple[str, ...]
    pauses: tuple[Pause, ...] = ()
    completions: tuple[Completion, ...] = ()
    extensions: Mapping[str, tuple[Extension, ...]] = field(default_factory=dict)
    """Per occurrence, the extensions it was given."""
    rungs_done: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Per occurrence, the rungs issued or overtaken."""
    silences: Mapping[str, int] = field(default_factory=dict)
    """The occurrences of which silence was counted, each with the entry that did."""
    messages: Mapping[str, Message] = field(default_factory=dict)
    acts: ActsSeen = NO_ACTS
    """What the service did by itself, and is kept from doing."""
    entries: Mapping[int, FileEntry] = field(default_factory=dict)
    last_steps: tuple[str, ...] = ()
    """When the last steps or decisions took effect, as far as one of them may be the last."""
    imported_at: str | None = None
    """When its past was brought in, if it was."""
    outcomes: tuple[Outcome, ...] = ()
    """What became of what was asked for; nothing of an imported past, nor what those who asked did themselves."""

    def changed(self, **changes: Any) -> Self:
        """A copy with fields changed: ``dataclasses.replace`` takes ten times as long, and folding does little else."""
        made = object.__new__(type(self))
        fields = vars(made)
        fields.update(vars(self), **changes)
        fields.pop("by_type", None)
        fields.pop("memo", None)
        return made

    def last_step_at(self, zone: ZoneInfo) -> str:
        """When the last step or decision took effect where days are those of a zone: the next may not be before it."""
        return max(self.last_steps, key=lambda at: earliest(at, zone))

    @cached_property
    def by_type(self) -> Mapping[str, Sequence[FileEntry]]:
        """The entries that hold, by their type, in order: gates and deadlines ask for them again and again."""
        found: dict[str, list[FileEntry]] = {}
        for one in self.entries.values():
            if not one.void:
                found.setdefault(one.type, []).append(one)
        return found

    @cached_property
    def memo(self) -> dict[str, tuple[Rulebook, Any]]:
        """What was found of the file as it stands, by what was asked, under the rulebook that was asked about last.

        Taking stock, deciding and writing a letter ask the same several times over.
        """
        return {}

    @property
    def key(self) -> str:
        """What it is called in messages, tasks and workflows: a cooperation's id, ``review:<id>``, ``funding:<id>``."""
        raise NotImplementedError

    @property
    def ended(self) -> bool:
        """Whether its life is over."""
        raise NotImplementedError

    @property
    def status(self) -> str:
        """A word for where it stands."""
        raise NotImplementedError

    @property
    def begun(self) -> bool:
        """Whether it stands anywhere yet: a cooperation does once it has entered its first phase."""
        return True

    @property
    def granted_fundings(self) -> tuple[str, ...]:
        """The fundings that keep it from being closed; only a cooperation has any."""
        return ()

    @property
    def pass_number(self) -> int:
        """The number of the cooperation's pass that it is in; what has no passes is in its first."""
        return 1

    @property
    def paused(self) -> bool:
        """Whether the file sleeps now."""
        return bool(self.pauses) and self.pauses[-1].until is None

    @property
    def asleep(self) -> bool:
        """Whether it does not go on for now: it is paused, refused, or to be abandoned."""
        return self.status in ASLEEP

    @property
    def completion_pending(self) -> bool:
        """Whether somebody was asked for what the file lacks, and has not answered."""
        return bool(self.completions) and self.completions[-1].until is None
