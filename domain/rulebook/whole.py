"""A programme's rules as data: one version of a rulebook, read from YAML by pydantic."""

import hashlib
from datetime import date
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

import rfc8785
from pydantic import Field, JsonValue, model_validator

from domain.kernel.calendar import Duration, WorkingDays
from domain.kernel.model import Model
from domain.kernel.moments import Moment
from domain.kernel.values import Key, Label, Phase, Region, Role, Slug
from domain.rulebook.base import Names, contradiction
from domain.rulebook.calls import Call, Calls, Relay
from domain.rulebook.complete_gate import CompleteGate
from domain.rulebook.course import PhaseAct
from domain.rulebook.deadlines import DeadlineRule, Rung
from domain.rulebook.funding import Instrument
from domain.rulebook.gates import GateItem
from domain.rulebook.panels import Panel, Review
from domain.rulebook.pauses import Pauses
from domain.rulebook.publication import Publication, Template


class Stage(Model):
    """A stage that a programme names inside a phase: création, consolidation, changement d'échelle."""

    stage: Key
    name: Names


class PhaseRule(Model):
    """A phase as the programme names and bounds it."""

    name: Names
    expected: Duration | None = None
    """How long it is expected to last: rehearsals go by it, and where there is a ``ladder``, its end is a deadline."""
    ladder: Key | None = None
    """Who is reminded of the expected end; nobody, if missing."""
    complete: CompleteGate | None = None
    """By when to go on once the gate holds, and who is reminded; nobody, if missing."""
    stages: tuple[Stage, ...] = ()
    gate: tuple[GateItem, ...] = ()
    course: tuple[PhaseAct, ...] = ()
    """What the lifecycle does by itself while the phase lasts."""

    @model_validator(mode="after")
    def _expects_what_it_reminds_of(self) -> Self:
        if self.ladder is not None and self.expected is None:
            raise contradiction(
                "ladder rappelle la fin attendue : ajoutez expected",
                "ladder reminds of the expected end: add expected",
            )
        return self

    def item(self, key: str) -> GateItem | None:
        """The gate item of that key."""
        return next((item for item in self.gate if item.item == key), None)


class Evaluation(Model):
    """The grid on which the cooperation is evaluated: maturity items, each from 0 to 4."""

    items: dict[Key, Names]


class Experiments(Model):
    """What holds for each experiment: its shortest and longest term, and how many may begin in a year."""

    shortest: Duration | None = None
    longest: Duration | None = None
    a_year: Annotated[int, Field(ge=1)] | None = None


class Period(Model):
    """When files may be opened under the programme, both days inclusive (of the region where a file is opened)."""

    since: date
    until: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until and self.until < self.since:
            raise contradiction("until est avant since", "until is before since")
        return self


class Contact(Model):
    """How the programme calls a role, and where its office is reached: never the address of a person."""

    name: Names
    office: Label | None = None


class Figure(Model):
    """A figure that the programme gives of itself, kept with its rules: it decides nothing."""

    name: Names
    value: int | Moment
    """A number, or a date as precisely as it is known."""


HeldBack = Literal["phase", "decision", "selection"]
"""What a request for completion may hold back: passing a phase (or closing as completed), decisions about money, the
selection of applications (or their refusal)."""

FOLLOWED = Names(fr="coopération", en="cooperation")


class Rulebook(Model):
    """The rules of one version of a programme."""

    programme: Slug
    version: Annotated[int, Field(ge=1)]
    name: Names
    source: str
    """Where these rules come from."""
    organisation: Names | None = None
    follows: Names = FOLLOWED
    """What a file is about: a cooperation, a call, a work group, a council, an agreement."""
    period: Period | None = None
    calendar: WorkingDays = WorkingDays()
    regions: dict[Region, WorkingDays] = {}
    """The calendars of regions that keep other holidays."""
    contacts: dict[Role, Contact] = {}
    maturity: dict[Key, Names] = {}
    """The stages of maturity of a project, where funding depends on them."""
    occasions: dict[Key, Names] = {}
    """The kinds of occasions that count: sessions, seminars, visits."""
    figures: dict[Key, Figure] = {}
    phases: Annotated[dict[Phase, PhaseRule], Field(min_length=1)]
    ladders: dict[Key, tuple[Rung, ...]]
    deadlines: tuple[DeadlineRule, ...] = ()
    pauses: Pauses | None = None
    """Who is reminded of a file that sleeps."""
    evaluation: Evaluation | None = None
    experiments: Experiments = Experiments()
    calls: Calls | None = None
    completion_holds: tuple[HeldBack, ...] = ()
    """What waits while something is to be completed; nothing, if missing: it is asked for, and life goes on."""
    relays: tuple[Relay, ...] = ()
    panels: tuple[Panel, ...] = ()
    reviews: tuple[Review, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    publication: Publication = Publication()
    documents: tuple[Template, ...] = ()
    settles_abandonment: tuple[Role, ...]
    waives: tuple[Role, ...]

    @property
    def id(self) -> str:
        """Programme and version as events keep them: ``tec@1``."""
        return f"{self.programme}@{self.version}"

    @property
    def digest(self) -> str:
        """``sha256:`` of the canonical JSON (RFC 8785) of what was written, without what was left to defaults."""
        written = rfc8785.dumps(self.written())
        return f"sha256:{hashlib.sha256(written).hexdigest()}"

    def written(self) -> dict[str, JsonValue]:
        """The rulebook as JSON, as it was written."""
        return self.model_dump(mode="json", exclude_unset=True)

    @property
    def first_phase(self) -> Phase:
        """Where a cooperation of this programme begins."""
        return min(self.phases, key=lambda phase: phase.number)

    def phase_after(self, phase: Phase) -> Phase | None:
        """The next phase that this programme uses."""
        later = [other for other in self.phases if other.number > phase.number]
        return min(later, key=lambda other: other.number) if later else None

    def calendar_of(self, region: str) -> WorkingDays:
        """The calendar that holds in a region."""
        return self.regions.get(region, self.calendar)

    def zone_of(self, region: str) -> ZoneInfo:
        """The time zone in which the days of a region's files begin and end."""
        return self.calendar_of(region).tz

    def panel(self, key: str) -> Panel | None:
        """The panel of that key."""
        return next((one for one in self.panels if one.panel == key), None)

    def question(self, key: str) -> Review | None:
        """The question of that key."""
        return next((one for one in self.reviews if one.review == key), None)

    def instrument(self, key: str) -> Instrument | None:
        """The instrument of that key."""
        return next((one for one in self.instruments if one.instrument == key), None)

    def call(self, key: str) -> Call | None:
        """The call of that key."""
        calls = self.calls.calls if self.calls else ()
        return next((one for one in calls if one.call == key), None)

    def deliverables(self, phase: Phase) -> tuple[str, ...]:
        """What may be delivered in a phase: for its gate, or because a deadline asks for it again and again."""
        gate = tuple(item.item for item in self.phases[phase].gate if item.needs.rule == "deliverable")
        recurrent = tuple(
            rule.deliverable for rule in self.deadlines if rule.deliverable and phase in rule.phases
        )
        return tuple(dict.fromkeys((*gate, *recurrent)))
