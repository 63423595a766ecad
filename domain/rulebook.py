"""A programme's rules as data: phases, gates, deadlines and their ladders, read from YAML by pydantic."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from domain.calendar import Duration, WorkingDays
from domain.model import Model
from domain.values import Key, Label, Phase, Role, Slug

Managers = Literal["managers"]
"""Those in charge of the file, as recipients."""


class Names(Model):
    """A name in the languages of the service."""

    fr: Label
    en: Label


class DeliverableRule(Model):
    """The deliverable must have been delivered in this pass."""

    rule: Literal["deliverable"]


class DeclaredRule(Model):
    """Somebody entitled must have declared it met in this pass; ``by`` narrows who may."""

    rule: Literal["declared"]
    by: tuple[Role, ...] = ()


class CharterRule(Model):
    """A charter must be signed."""

    rule: Literal["charter"]


class StakeholdersRule(Model):
    """So many stakeholders must be in the collective."""

    rule: Literal["stakeholders"]
    at_least: Annotated[int, Field(ge=1)]


class QuickWinsRule(Model):
    """So many quick wins must be recorded in this pass."""

    rule: Literal["quick-wins"]
    at_least: Annotated[int, Field(ge=1)]


class LessonsRule(Model):
    """So many lessons must be recorded in this pass."""

    rule: Literal["lessons"]
    at_least: Annotated[int, Field(ge=1)]


class EvaluationRule(Model):
    """The last evaluation of the cooperation must not be older than this."""

    rule: Literal["evaluation"]
    not_older_than: Duration


GateRule = Annotated[
    DeliverableRule
    | DeclaredRule
    | CharterRule
    | StakeholdersRule
    | QuickWinsRule
    | LessonsRule
    | EvaluationRule,
    Field(discriminator="rule"),
]


class GateItem(Model):
    """One thing that must hold before the phase is left. A deliverable's key is the item's."""

    item: Key
    name: Names
    needs: GateRule


class Rung(Model):
    """A step of a ladder: a reminder some time before (negative) or after the due date, to whom."""

    rung: Key
    offset: Duration
    to: Managers | Role


class DeadlineRule(Model):
    """When something is due and who is reminded. Met as soon as ``until`` holds (a gate item of the phase).

    ``after`` says from when it counts: entering the phase, the last contact, the last evaluation or else
    entering the phase (recurrent), the term of each stakeholder's role, of the charter, or the request to
    abandon.
    """

    deadline: Key
    name: Names
    after: Literal[
        "phase-entry",
        "last-contact",
        "last-evaluation",
        "stakeholder-term",
        "charter-term",
        "abandonment-request",
    ]
    within: Duration
    phases: tuple[Phase, ...] = tuple(Phase)
    until: Key | None = None
    ladder: Key


class PhaseRule(Model):
    """A phase as the programme names and bounds it."""

    name: Names
    gate: tuple[GateItem, ...] = ()

    def item(self, key: str) -> GateItem | None:
        """The gate item of that key."""
        return next((item for item in self.gate if item.item == key), None)


class Evaluation(Model):
    """The grid on which the cooperation is evaluated: maturity items, each from 0 to 4."""

    items: dict[Key, Names]


class Rulebook(Model):
    """The rules of one version of a programme."""

    programme: Slug
    version: Annotated[int, Field(ge=1)]
    name: Names
    source: str
    """Where these rules come from."""
    calendar: WorkingDays = WorkingDays()
    phases: dict[Phase, PhaseRule]
    ladders: dict[Key, tuple[Rung, ...]]
    deadlines: tuple[DeadlineRule, ...] = ()
    evaluation: Evaluation | None = None
    settles_abandonment: tuple[Role, ...]
    waives: tuple[Role, ...]

    @property
    def id(self) -> str:
        """Programme and version as events keep them: ``tec@1``."""
        return f"{self.programme}@{self.version}"

    @property
    def first_phase(self) -> Phase:
        """Where a cooperation of this programme begins."""
        return min(self.phases, key=lambda phase: phase.number)

    def phase_after(self, phase: Phase) -> Phase | None:
        """The next phase that this programme uses."""
        later = [other for other in self.phases if other.number > phase.number]
        return min(later, key=lambda other: other.number) if later else None

    @model_validator(mode="after")
    def _ids_are_known(self) -> Self:
        if mistakes := list(self._mistakes()):
            raise ValueError("; ".join(mistakes))
        return self

    def _mistakes(self) -> Iterator[str]:
        if not self.phases:
            yield "phases: at least one"
        for rule in self.deadlines:
            if rule.ladder not in self.ladders:
                yield f"deadline {rule.deadline}: no ladder {rule.ladder}, known: {', '.join(self.ladders)}"
            for phase in rule.phases:
                known = self.phases.get(phase)
                if rule.until and known and known.item(rule.until) is None:
                    yield f"deadline {rule.deadline}: no gate item {rule.until} in phase {phase}"
        for key, rungs in self.ladders.items():
            if not rungs:
                yield f"ladder {key}: at least one rung"
            if len({rung.rung for rung in rungs}) < len(rungs):
                yield f"ladder {key}: a rung twice"
