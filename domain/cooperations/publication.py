"""What of a file belongs to which subject, and what of it the public may read, as the rulebook and the law say."""

from collections.abc import Mapping
from typing import get_args

from domain.cooperations.state import Cooperation
from domain.fundings.state import Funding
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

PUBLIC_BY_LAW_ABOVE = 2_300_000
"""Cents: subsidies above 23 000 € are published (France: law 2000-321, article 10; decree 2017-779)."""


def public_subjects(file: Cooperation, rulebook: Rulebook) -> frozenset[Subject]:
    """What the public may read of a file: nothing before it reached the phase that the rulebook names."""
    publication = rulebook.publication
    reached = max(one.phase.number for one in file.passes)
    if reached < publication.since.number:
        return frozenset()
    return frozenset(publication.published) - frozenset(publication.private)


def public_grant(funding: Funding, rulebook: Rulebook) -> bool:
    """Whether the public may read that a subsidy was granted, to whom and how much: never who judged it, nor how.

    By law above 23 000 €, from the decision on; above the amount that the rulebook names where it publishes agreements.
    A rulebook that keeps them private is not that of a public body, which could not.
    """
    publication, instrument = rulebook.publication, rulebook.instrument(funding.instrument)
    if funding.granted is None or "conventions" in publication.private:
        return False
    bound = publication.conventions_above_cents if "conventions" in publication.published else None
    above = min(PUBLIC_BY_LAW_ABOVE if bound is None else bound, PUBLIC_BY_LAW_ABOVE)
    return (instrument is None or instrument.kind != "label") and funding.amount_cents > above
