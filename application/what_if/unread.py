"""What need not be read of a history: entries on which no decision under the other rulebook can rest.

That is more than half of what most files hold, and reading is most of the work.
"""

from collections.abc import Iterator, Mapping, Sequence

from application.what_if.question import Question
from domain.cooperations.acts import ANSWERS
from domain.kernel.recorded import Recorded
from domain.rulebook import Rulebook
from domain.rulebook.course import AskFor, OpenReviewInPhase

_NEVER_ASKED_FOR = (
    "ReminderIssued",
    "ReminderOvertaken",
    "DeliveryReported",
    "DeliverySettled",
    "CommitmentRecorded",
    "PastReviewRecorded",
    "PastFundingRecorded",
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
    """The types of entries that no gate of the rulebook asks for, and no act of its phases."""
    asked = {item.needs.rule for phase in other.phases.values() for item in phase.gate}
    kinds = (*_NEVER_ASKED_FOR, *(kind for kind, rule in _ASKED_FOR_BY.items() if rule not in asked))
    by_acts = frozenset(_asked_by_acts(other))
    return tuple(one for one in kinds if one not in by_acts)


def _asked_by_acts(other: Rulebook) -> Iterator[str]:
    """What acts count from, or ask for."""
    for act in (act for phase in other.phases.values() for act in phase.course):
        match act:
            case OpenReviewInPhase():
                yield from ("ReviewAsked", "ReviewAnswered")
            case AskFor(what=what):
                yield ANSWERS[what]


def needs_everything(question: Question, history: Sequence[Recorded]) -> bool:
    """Whether a decision in question rests on more than gates."""
    return any(one.event.type in _REST_ON_DEADLINES and question.concerns(one) for one in history)
