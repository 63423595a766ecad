"""What of a file belongs to which subject, and what of it the public may read, as the rulebook and the law say."""

from collections.abc import Mapping
from typing import get_args

from domain.cooperations.state import Cooperation
from domain.rulebook import Rulebook, Subject

SUBJECTS: tuple[Subject, ...] = get_args(Subject)

ENTRIES: Mapping[Subject, frozenset[str]] = {
    "stakeholders": frozenset({"StakeholderAdded", "StakeholderChanged", "StakeholderRetired"}),
    "commitments": frozenset({"CommitmentRecorded"}),
    "contributions": frozenset({"ContributionRecorded"}),
    "charter": frozenset({"CharterDrafted", "CharterSigned"}),
    "course": frozenset(
        {
            "CooperationOpened",
            "PhaseEntered",
            "CooperationPaused",
            "CooperationResumed",
            "CooperationClosed",
            "CooperationReopened",
            "RulebookChanged",
            "DeliverableDelivered",
        }
    ),
    "occasions": frozenset({"ContactRecorded"}),
    "experiments": frozenset({"ExperimentStarted", "ExperimentClosed"}),
    "quick-wins": frozenset({"QuickWinRecorded"}),
    "lessons": frozenset({"LessonRecorded"}),
    "problems": frozenset({"ProblemRecorded", "SolutionRecorded"}),
    "evaluations": frozenset({"EvaluationRecorded"}),
}
"""The types of entries that tell of a subject; what the sheet tells has none."""


def public_subjects(file: Cooperation, rulebook: Rulebook) -> frozenset[Subject]:
    """What the public may read of a file: nothing before it reached the phase that the rulebook names."""
    publication = rulebook.publication
    reached = max(one.phase.number for one in file.passes)
    if reached < publication.since.number:
        return frozenset()
    return frozenset(publication.published) - frozenset(publication.private)
