"""What need not be read of a history: entries on which no decision under the other rulebook can rest.

That is more than half of what most files hold, and reading is most of the work.
"""

from collections.abc import Mapping, Sequence

from application.what_if.question import Question
from domain.kernel.recorded import Recorded
from domain.rulebook import Rulebook

_NEVER_ASKED_FOR = (
    "ReminderIssued",
    "ReminderOvertaken",
    "DeliveryReported",
    "DeliverySettled",
    "CommitmentRecorded",
    "ProblemRecorded",
    "SolutionRecorded",
)
"""Types that no rule of a gate asks for."""
_ASKED_FOR_BY: Mapping[str, str] = {
    "ContactRecorded": "occasions",
    "ContributionRecorded": "contributions",
    "EvaluationRecorded": "evaluation",
    "LessonRecorded": "lessons",
    "QuickWinRecorded": "quick-wins",
    "ReviewAsked": "review",
    "ReviewAnswered": "review",
}
"""Types that one rule of a gate asks for. What a file heard of money is always read: it keeps closings back."""
_REST_ON_DEADLINES = frozenset({"DeadlineExtended", "SilenceCounted"})
"""Decisions that rest on deadlines, and so on everything."""


def unread_types(other: Rulebook) -> Sequence[str]:
    """The types of entries that no gate of the rulebook asks for."""
    asked = {item.needs.rule for phase in other.phases.values() for item in phase.gate}
    return (*_NEVER_ASKED_FOR, *(kind for kind, rule in _ASKED_FOR_BY.items() if rule not in asked))


def needs_everything(question: Question, history: Sequence[Recorded]) -> bool:
    """Whether a decision in question rests on more than gates."""
    return any(one.event.type in _REST_ON_DEADLINES and question.concerns(one) for one in history)
