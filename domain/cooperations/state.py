"""What is known of a cooperation and of an organisation, folded from their events by ``evolve``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from domain.files.file import KeptFile
from domain.kernel.prose import Prose
from domain.kernel.values import (
    ClosingOutcome,
    CooperationType,
    EconomicModel,
    Origin,
    Phase,
    Term,
    Territory,
)


@dataclass(frozen=True, slots=True)
class Application:
    """An application to a call: its stage, since when it counts as received, why it was refused if it was."""

    call: str
    stage: str
    declined: tuple[str, ...]
    since: str
    entry: int
    selected: int | None = None
    """The entry that took it to its stage."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """An experiment, by the entries that began and closed it."""

    id: str
    title: str
    until: date
    pass_number: int
    started: int
    closed: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a criterion was judged last."""

    met: bool
    entry: int
    replaces: "Judgement | None" = None
    """The judgement before it: it holds again should this one never have been."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A file that this one waits for, as far as it has come."""

    phase: Phase | None
    completed: bool
    entry: int


@dataclass(frozen=True, slots=True)
class ReviewSeen:
    """A review of a cooperation, as it heard of it: ``outcome`` and ``answered`` once it has ended.

    ``asked`` and ``answered`` are the entries by which it heard.
    """

    question: str
    pass_number: int
    funding: str | None
    asked: int
    outcome: str | None = None
    answered: int | None = None


@dataclass(frozen=True, slots=True)
class FundingSeen:
    """A funding of a cooperation, as it heard of it: its last known stage, and the entry that granted it.

    ``moved``: the entry that asked for it, or by which it came to its stage.
    """

    instrument: str
    stage: str
    granted: int | None = None
    moved: int | None = None

    @property
    def over(self) -> bool:
        """Whether it hears nothing of its cooperation any more; what was refused or deferred may be asked for again."""
        return self.stage in ("withdrawn", "closed")


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
    def begun(self) -> bool:
        """Whether it has entered its first phase."""
        return bool(self.passes)

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
