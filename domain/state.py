"""What is known of a cooperation and of an organisation, folded from their events by ``evolve``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Self

from domain.events.lifecycle import GateItemHeld
from domain.ledger import LedgerKind
from domain.parts import Application, Awaited, Completion, Experiment, Judgement
from domain.prose import Prose
from domain.rulebook import Rulebook
from domain.values import (
    ClosingOutcome,
    CooperationType,
    EconomicModel,
    Language,
    Origin,
    Phase,
    Role,
    Term,
    Territory,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the organisation knows; name and address are references to the vault."""

    id: str
    name: Prose
    email: Prose
    language: Language


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that a person holds from a day to a day (inclusive), in a region or in all (None)."""

    id: str
    person: str
    role: Role
    region: str | None
    since: date
    until: date | None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outage:
    """When the service could not work, from one instant to another."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation's people and their roles. ``entry`` is the last one folded; 0 before the founding."""

    entry: int = 0
    name: str = ""
    kind: LedgerKind = LedgerKind.REAL
    people: Mapping[str, Person] = field(default_factory=dict)
    grants: Mapping[str, Grant] = field(default_factory=dict)
    rulebooks: Mapping[str, Rulebook] = field(default_factory=dict)
    """The rulebooks that it published itself, by id."""
    outages: tuple[Outage, ...] = ()


@dataclass(frozen=True, slots=True)
class PhasePass:
    """One numbered pass of a phase, from the moment it was entered."""

    number: int
    phase: Phase
    way: str
    entry: int
    entered_at: str
    left_at: str | None = None


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """A member of the collective."""

    id: str
    name: str
    sector: str
    role: str
    term: Term
    carries_the_money: bool
    entry: int
    term_entry: int
    """The entry that last set the role's term."""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Commitment:
    """A line of the table of commitments."""

    party: str
    toward: str | None
    expects: Prose
    brings: Prose
    entry: int
    replaces: "Commitment | None" = None
    """The line that this one replaced: it holds again should this one never have been."""


@dataclass(frozen=True, slots=True)
class Charter:
    """The charter: last draft, last signing."""

    draft: int
    signed: int | None = None
    signatories: tuple[str, ...] = ()
    until: date | None = None
    replaces: "Charter | None" = None
    """The signed charter that this one replaced: it holds again should this signing never have been."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A sleep of the file; ``until`` is None while it lasts."""

    since: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """More time for a deadline: until a day, granted at a moment."""

    until: date
    granted_at: str


@dataclass(frozen=True, slots=True)
class Abandonment:
    """A request to abandon that awaits its answer."""

    entry: int
    requested_by: str
    since: str


@dataclass(frozen=True, slots=True)
class Closing:
    """How and when the file was closed."""

    outcome: ClosingOutcome
    at: str
    handed_to: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """A reminder sent, and what is known of its delivery (``queued`` until reported)."""

    occurrence: str
    rung: str
    recipient: str
    delivery: str
    entry: int


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One entry of the file, as corrections and gates see it: its type, key, moment and pass.

    ``key`` is what the entry is about: the deliverable, gate item, stakeholder, experiment or kind of occasion.
    """

    number: int
    type: str
    key: str | None
    at: str
    pass_number: int
    void: bool = False
    basis: tuple[int, ...] = ()
    """The entries on which a declaration or a signing rests."""
    gate: tuple[GateItemHeld, ...] = ()
    """How a gate was passed, when the entry is the decision that passed it."""


@dataclass(frozen=True)
class Cooperation:
    """A cooperation's file. ``entry`` is the last one folded."""

    id: str
    entry: int
    rulebook: str
    name: str
    territory: Territory
    region: str
    object: str
    cooperation_type: CooperationType
    economic_model: EconomicModel
    origin: Origin
    relayed_from: str | None
    managers: tuple[str, ...]
    passes: tuple[PhasePass, ...] = ()
    stakeholders: Mapping[str, Stakeholder] = field(default_factory=dict)
    commitments: Mapping[tuple[str, str | None], Commitment] = field(default_factory=dict)
    charter: Charter | None = None
    pauses: tuple[Pause, ...] = ()
    application: Application | None = None
    completions: tuple[Completion, ...] = ()
    experiments: Mapping[str, Experiment] = field(default_factory=dict)
    judgements: Mapping[tuple[int, str, str], Judgement] = field(default_factory=dict)
    """The last judgement per pass, gate item and criterion."""
    awaited: Mapping[str, Awaited] = field(default_factory=dict)
    """The files that this one waits for."""
    awaited_by: tuple[str, ...] = ()
    abandonment: Abandonment | None = None
    closed: Closing | None = None
    extensions: Mapping[str, tuple[Extension, ...]] = field(default_factory=dict)
    """Per occurrence, the extensions it was given."""
    rungs_done: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Per occurrence, the rungs issued or overtaken."""
    silences: Mapping[str, int] = field(default_factory=dict)
    """The occurrences of which silence was counted, each with the entry that did."""
    messages: Mapping[str, Message] = field(default_factory=dict)
    entries: Mapping[int, FileEntry] = field(default_factory=dict)
    flags: Mapping[int, int] = field(default_factory=dict)
    """Decisions that would no longer pass, each with the correction that first showed it."""
    last_step_at: str = ""
    """When the last phase change, pause, extension or decision took effect: the next may not be before it."""
    left_rulebooks: tuple[tuple[int, str], ...] = ()
    """The rulebooks under which it ran before, each with the entry by which it left it."""
    imported_at: str | None = None
    """When its past was brought in, if it was."""

    def changed(self, **changes: Any) -> Self:
        """A copy with fields changed: ``dataclasses.replace`` takes ten times as long, and folding does little else."""
        made = object.__new__(type(self))
        vars(made).update(vars(self), **changes)
        vars(made).pop("by_type", None)
        return made

    @cached_property
    def by_type(self) -> Mapping[str, Sequence[FileEntry]]:
        """The entries that hold, by their type, in order: gates and deadlines ask for them again and again."""
        found: dict[str, list[FileEntry]] = {}
        for one in self.entries.values():
            if not one.void:
                found.setdefault(one.type, []).append(one)
        return found

    @property
    def programme(self) -> str:
        """The programme whose rulebook holds."""
        return self.rulebook.partition("@")[0]

    def rulebook_at(self, entry: int) -> str:
        """The rulebook under which an entry was decided."""
        return next((left for until, left in self.left_rulebooks if entry <= until), self.rulebook)

    @property
    def current(self) -> PhasePass:
        """The pass that the file is in, or was in when it closed."""
        return self.passes[-1]

    @property
    def paused(self) -> bool:
        """Whether the file sleeps now."""
        return bool(self.pauses) and self.pauses[-1].until is None

    @property
    def completion_pending(self) -> bool:
        """Whether somebody was asked for what the file lacks, and has not answered."""
        return bool(self.completions) and self.completions[-1].until is None

    @property
    def declined(self) -> bool:
        """Whether its application was refused and has not come back."""
        return self.application is not None and bool(self.application.declined)

    @property
    def status(self) -> str:
        """``closed``, ``paused``, ``declined``, ``abandonment-requested`` or ``active``."""
        if self.closed:
            return "closed"
        if self.paused:
            return "paused"
        if self.declined:
            return "declined"
        return "abandonment-requested" if self.abandonment else "active"
