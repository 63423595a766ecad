"""Gates: what must hold before a phase is left. Each rule is plain data, judged in ``domain.cooperations.gate``."""

from typing import Annotated, Literal

from pydantic import Field

from domain.kernel.calendar import Duration
from domain.kernel.model import Model
from domain.kernel.values import Key, Phase, Role, Sector
from domain.rulebook.base import Bounds, Count, Names


class DeliverableRule(Model):
    """The deliverable must have been delivered in this pass."""

    rule: Literal["deliverable"]


class DeclaredRule(Model):
    """Somebody entitled must have declared it met in this pass; ``by`` narrows who may."""

    rule: Literal["declared"]
    by: tuple[Role, ...] = ()


class CriteriaRule(Model):
    """Of these criteria, ``at_least`` so many must have been judged met in this pass; ``by`` narrows who judges."""

    rule: Literal["criteria"]
    of: Annotated[dict[Key, Names], Field(min_length=1)]
    at_least: Count
    by: tuple[Role, ...] = ()


class ItemsRule(Model):
    """Of these other items of the same gate, ``at_least`` so many must hold."""

    rule: Literal["items"]
    of: Annotated[tuple[Key, ...], Field(min_length=1)]
    at_least: Count


class CharterRule(Model):
    """A charter must be signed: for ``term`` at most, by at least one stakeholder of each of these sectors."""

    rule: Literal["charter"]
    term: Duration | None = None
    signed_by: tuple[Sector, ...] = ()


class StakeholdersRule(Bounds):
    """So many stakeholders in the collective, of so many distinct sectors, with residents where asked."""

    rule: Literal["stakeholders"]
    sectors: Count = 1
    residents: bool = False


class ManagersRule(Model):
    """So many people in charge: two for a pair (binôme)."""

    rule: Literal["managers"]
    at_least: Count


class InhabitantsRule(Bounds):
    """The territory, as the sheet gives it, has so many inhabitants."""

    rule: Literal["inhabitants"]


class QuickWinsRule(Model):
    """So many quick wins must be recorded in this pass."""

    rule: Literal["quick-wins"]
    at_least: Count


class LessonsRule(Model):
    """So many lessons must be recorded in this pass."""

    rule: Literal["lessons"]
    at_least: Count


class OccasionsRule(Bounds):
    """So many occasions of a kind (sessions, seminars, visits) in this pass, or ``within`` the time before."""

    rule: Literal["occasions"]
    occasion: Key
    within: Duration | None = None


class ContributionsRule(Model):
    """So many contributions of stakeholders, in cash, in kind, or both kinds when both are named."""

    rule: Literal["contributions"]
    at_least: Count
    kinds: tuple[Literal["cash", "in-kind"], ...] = ()


class ExperimentsRule(Bounds):
    """So many experiments of this pass closed with a finding, and none still running."""

    rule: Literal["experiments"]


class EvaluationRule(Model):
    """The last evaluation of the cooperation must not be older than this."""

    rule: Literal["evaluation"]
    not_older_than: Duration


class FilesRule(Model):
    """Of the files that this one waits for, so many must have reached a phase, or have been completed."""

    rule: Literal["files"]
    at_least: Count
    reached: Phase | Literal["completed"]


class SelectedRule(Model):
    """The application must have reached this stage of the call's funnel."""

    rule: Literal["selected"]
    stage: Key


class ReviewRule(Model):
    """A review must have concluded with one of these outcomes; any conclusion, where only an opinion is asked."""

    rule: Literal["review"]
    review: Key
    outcomes: tuple[Literal["favourable", "favourable-with-conditions", "unfavourable"], ...] = ()


class FundingRule(Model):
    """A funding of this instrument must have been decided in favour of the cooperation."""

    rule: Literal["funding"]
    instrument: Key


GateRule = Annotated[
    DeliverableRule
    | DeclaredRule
    | CriteriaRule
    | ItemsRule
    | CharterRule
    | StakeholdersRule
    | ManagersRule
    | InhabitantsRule
    | QuickWinsRule
    | LessonsRule
    | OccasionsRule
    | ContributionsRule
    | ExperimentsRule
    | EvaluationRule
    | FilesRule
    | SelectedRule
    | ReviewRule
    | FundingRule,
    Field(discriminator="rule"),
]


class GateItem(Model):
    """One thing that must hold before the phase is left. A deliverable's key is the item's."""

    item: Key
    name: Names
    needs: GateRule
