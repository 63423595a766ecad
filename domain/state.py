"""What is known of a cooperation and of an organisation, folded from their events by ``evolve``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from domain.kept import KeptFile
from domain.ledger import LedgerKind
from domain.moments import PARIS
from domain.parts import Application, Awaited, Experiment, FundingSeen, Judgement, ReviewSeen
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
    adopted: Mapping[str, str] = field(default_factory=dict)
    """The digests of those that ship with the service, by id, of each under which something was decided."""
    outages: tuple[Outage, ...] = ()
    zone: str | None = None
    """The time zone that it was founded with."""
    zones: Mapping[str | None, str] = field(default_factory=dict)
    """Those of regions, as the rulebook published last that names one says; under None the organisation's own."""
    twins: Mapping[str, str] = field(default_factory=dict)
    """Ids that have the address of somebody registered before, each with that one's id: not folded, for addresses lie
    in the vault, but added where it is open (``domain.persons``)."""

    def zone_of(self, region: str | None) -> ZoneInfo:
        """The time zone in which days begin and end in a region; for None, the organisation's own.

        A region's is what the rulebook published last that names it says, else the organisation's. An organisation
        that was founded without one has that of the rulebook that it published last, else Paris.
        """
        known = self.zones.get(region) or self.zones.get(None)
        return ZoneInfo(known) if known else PARIS


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


Status = Literal["active", "paused", "declined", "abandonment-requested", "closed"]


@dataclass(frozen=True, kw_only=True)
class Cooperation(KeptFile):
    """A cooperation's file."""

    name: str
    territory: Territory
    object: str
    cooperation_type: CooperationType
    economic_model: EconomicModel
    origin: Origin
    relayed_from: str | None
    passes: tuple[PhasePass, ...] = ()
    stakeholders: Mapping[str, Stakeholder] = field(default_factory=dict)
    commitments: Mapping[tuple[str, str | None], Commitment] = field(default_factory=dict)
    charter: Charter | None = None
    application: Application | None = None
    experiments: Mapping[str, Experiment] = field(default_factory=dict)
    judgements: Mapping[tuple[int, str, str], Judgement] = field(default_factory=dict)
    """The last judgement per pass, gate item and criterion."""
    awaited: Mapping[str, Awaited] = field(default_factory=dict)
    """The files that this one waits for."""
    awaited_by: tuple[str, ...] = ()
    abandonment: Abandonment | None = None
    closed: Closing | None = None
    reviews: Mapping[str, ReviewSeen] = field(default_factory=dict)
    """Its reviews, as far as it heard of them."""
    fundings: Mapping[str, FundingSeen] = field(default_factory=dict)
    """Its fundings, as far as it heard of them."""
    territories: tuple[tuple[str, Territory], ...] = ()
    """Where it took place, each from a moment on, as the sheet says; the first since its opening."""
    flags: Mapping[int, int] = field(default_factory=dict)
    """Decisions that would no longer pass, each with the correction that first showed it."""
    left_rulebooks: tuple[tuple[int, str], ...] = ()
    """The rulebooks under which it ran before, each with the entry by which it left it."""

    @property
    def key(self) -> str:
        """Its id."""
        return self.id

    @property
    def ended(self) -> bool:
        """Whether it is closed, until it is reopened."""
        return self.closed is not None

    @property
    def pass_number(self) -> int:
        """The number of the present pass; 1 before the first is entered."""
        return self.passes[-1].number if self.passes else 1

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
    def granted_fundings(self) -> tuple[str, ...]:
        """Its fundings that are granted and not closed: money is still set aside, owed or to be accounted for."""
        return tuple(key for key, one in self.fundings.items() if one.stage == "granted")

    @property
    def declined(self) -> bool:
        """Whether its application was refused and has not come back."""
        return self.application is not None and bool(self.application.declined)

    @property
    def status(self) -> Status:
        """``closed``, ``paused``, ``declined``, ``abandonment-requested`` or ``active``."""
        if self.closed:
            return "closed"
        if self.paused:
            return "paused"
        if self.declined:
            return "declined"
        return "abandonment-requested" if self.abandonment else "active"
