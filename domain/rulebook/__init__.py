"""A programme's rules as data: phases, gates, deadlines, calls, panels, funding, publication."""

from domain.kernel.money import Cents
from domain.rulebook.base import Bounds, Names, Percentage
from domain.rulebook.calls import Call, Calls, FunnelStage, Relay
from domain.rulebook.consistency import mistakes
from domain.rulebook.deadlines import FIXED_TERMS, TERMS, DeadlineRule, Moved, Rung, Silence
from domain.rulebook.findings import Finding
from domain.rulebook.funding import Envelope, Instrument, Level
from domain.rulebook.gates import (
    CharterRule,
    ContributionsRule,
    CriteriaRule,
    DeclaredRule,
    DeliverableRule,
    EvaluationRule,
    ExperimentsRule,
    FilesRule,
    FundingRule,
    GateItem,
    GateRule,
    InhabitantsRule,
    ItemsRule,
    LessonsRule,
    ManagersRule,
    OccasionsRule,
    QuickWinsRule,
    ReviewRule,
    SelectedRule,
    StakeholdersRule,
)
from domain.rulebook.naming import names_in, names_of
from domain.rulebook.panels import Panel, Quorum, Review, Seat
from domain.rulebook.publication import Publication, Subject, Template
from domain.rulebook.sense import warnings
from domain.rulebook.whole import Evaluation, Experiments, Figure, HeldBack, PhaseRule, Rulebook

__all__ = [
    "FIXED_TERMS",
    "TERMS",
    "Bounds",
    "Call",
    "Calls",
    "Cents",
    "CharterRule",
    "ContributionsRule",
    "CriteriaRule",
    "DeadlineRule",
    "DeclaredRule",
    "DeliverableRule",
    "Envelope",
    "Evaluation",
    "EvaluationRule",
    "Experiments",
    "ExperimentsRule",
    "Figure",
    "FilesRule",
    "Finding",
    "FundingRule",
    "FunnelStage",
    "GateItem",
    "GateRule",
    "HeldBack",
    "InhabitantsRule",
    "Instrument",
    "ItemsRule",
    "LessonsRule",
    "Level",
    "ManagersRule",
    "Moved",
    "Names",
    "OccasionsRule",
    "Panel",
    "Percentage",
    "PhaseRule",
    "Publication",
    "QuickWinsRule",
    "Quorum",
    "Relay",
    "Review",
    "ReviewRule",
    "Rulebook",
    "Rung",
    "Seat",
    "SelectedRule",
    "Silence",
    "StakeholdersRule",
    "Subject",
    "Template",
    "mistakes",
    "names_in",
    "names_of",
    "warnings",
]
