"""What the service is going to do by itself, so that nobody is told to: held back or refused, it is for people."""

from domain.acts.standings import ActState, acts_of
from domain.files.file import KeptFile
from domain.reminders.view import FileView
from domain.rulebook.course import (
    AdvanceByItself,
    AfterStage,
    AnyAct,
    OpenReviewInPhase,
    OpenReviewOfRequest,
    PutToDecision,
    RecordDecision,
)

_WILL: frozenset[ActState] = frozenset({"awaits", "coming", "to-announce", "announced", "due"})


def will_be_asked(view: FileView[KeptFile], question: str) -> bool:
    """Whether the service puts a question to its panel once what it waits for is there."""
    return any(_asks(one, question) for one in _acts(view))


def could_not_be_asked(view: FileView[KeptFile], question: str) -> bool:
    """Whether the rules refused the service to put a question to its panel: a task says to do it by hand, and why."""
    standings = acts_of(view.file, view.rulebook, view.recorded_at)
    return any(one.state == "refused" and _asks(one.planned.act, question) for one in standings)


def will_be_decided(view: FileView[KeptFile]) -> bool:
    """Whether the service records what a panel that decides has answered about a request."""
    return any(isinstance(one, RecordDecision) for one in _acts(view))


def will_go_on(view: FileView[KeptFile]) -> bool:
    """Whether the service enters the next phase."""
    return any(isinstance(one, AdvanceByItself) for one in _acts(view))


def _asks(act: AnyAct, question: str) -> bool:
    match act:
        case OpenReviewInPhase(review=asked, when=when):
            return asked == question and not isinstance(when, AfterStage)  # nobody is told to select
        case OpenReviewOfRequest(review=asked):
            return asked == question
        case PutToDecision():
            return True
    return False


def _acts(view: FileView[KeptFile]) -> tuple[AnyAct, ...]:
    standings = acts_of(view.file, view.rulebook, view.recorded_at)
    return tuple(one.planned.act for one in standings if one.state in _WILL)
