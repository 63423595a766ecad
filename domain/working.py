"""What applications, completions, experiments, judgements and awaited files change in a file."""

from collections.abc import Mapping
from dataclasses import replace

from domain.events import (
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    AwaitedFileMoved,
    CompletionAsked,
    CompletionReceived,
    CriterionJudged,
    ExperimentClosed,
    ExperimentStarted,
    FileAwaited,
    FileAwaitedBy,
    FundingAnswered,
    FundingAsked,
    ReviewAnswered,
    ReviewAsked,
)
from domain.events.recorded import Recorded
from domain.parts import (
    RECEIVED,
    Application,
    Awaited,
    Completion,
    Experiment,
    FundingSeen,
    Judgement,
    ReviewSeen,
)
from domain.state import Cooperation

ApplicationEvent = ApplicationSelected | ApplicationDeclined | ApplicationResubmitted
CompletionEvent = CompletionAsked | CompletionReceived
AwaitingEvent = FileAwaited | FileAwaitedBy | AwaitedFileMoved


def change_application(file: Cooperation, event: ApplicationEvent, recorded: Recorded) -> Application | None:
    """The application after a step of its funnel. A re-submission is received anew."""
    if file.application is None:
        return None
    match event:
        case ApplicationSelected(stage=stage):
            return replace(file.application, stage=stage, selected=recorded.entry)
        case ApplicationDeclined(points=points):
            return replace(file.application, declined=points)
        case ApplicationResubmitted():
            return Application(file.application.call, RECEIVED, (), recorded.effective_at, recorded.entry)


def change_completions(
    file: Cooperation, event: CompletionEvent, recorded: Recorded
) -> tuple[Completion, ...]:
    """The requests for completion after one more, or after what was asked for has come."""
    if isinstance(event, CompletionAsked):
        return (*file.completions, Completion(recorded.entry, recorded.effective_at, what=event.what))
    return completed(file, recorded.effective_at)


def completed(file: Cooperation, at: str) -> tuple[Completion, ...]:
    """The requests for completion once the pending one has ended."""
    if not file.completion_pending:
        return file.completions
    return (*file.completions[:-1], replace(file.completions[-1], until=at))


def change_experiments(
    file: Cooperation, event: ExperimentStarted | ExperimentClosed, entry: int
) -> Mapping[str, Experiment]:
    """The experiments after one began or ended."""
    if isinstance(event, ExperimentStarted):
        begun = Experiment(event.experiment, event.title, event.until, file.current.number, entry)
        return {**file.experiments, begun.id: begun}
    return {
        **file.experiments,
        event.experiment: replace(file.experiments[event.experiment], closed=entry),
    }


def judge(file: Cooperation, event: CriterionJudged, entry: int) -> Mapping[tuple[int, str, str], Judgement]:
    """The judgements with one more; the last of a criterion in a pass holds."""
    where = (file.current.number, event.item, event.criterion)
    return {**file.judgements, where: Judgement(event.met, entry, file.judgements.get(where))}


def change_awaiting(file: Cooperation, event: AwaitingEvent, entry: int) -> Cooperation:
    """The file after it began to wait, is waited for, or heard how far the other has come."""
    match event:
        case FileAwaited(awaited=other):
            return file.changed(awaited={**file.awaited, other: Awaited(None, completed=False, entry=entry)})
        case FileAwaitedBy(waiting=other):
            return file.changed(awaited_by=(*file.awaited_by, other))
        case AwaitedFileMoved():
            moved = Awaited(event.phase, event.completed, entry)
            return file.changed(awaited={**file.awaited, event.awaited: moved})


def without_judgement(
    file: Cooperation, where: tuple[int, str, str], entry: int
) -> Mapping[tuple[int, str, str], Judgement]:
    """The judgements as if one had never been: what it replaced holds again."""
    kept = _dropped(file.judgements[where], entry)
    rest = {key: one for key, one in file.judgements.items() if key != where}
    return {**rest, where: kept} if kept else rest


def _dropped(judgement: Judgement | None, entry: int) -> Judgement | None:
    if judgement is None or judgement.entry == entry:
        return judgement.replaces if judgement else None
    return replace(judgement, replaces=_dropped(judgement.replaces, entry))


def hear_of_review(
    file: Cooperation, event: ReviewAsked | ReviewAnswered, entry: int
) -> Mapping[str, ReviewSeen]:
    """The reviews of a cooperation after one was opened, or ended. One carried over ends in the pass it went to."""
    if isinstance(event, ReviewAsked):
        seen = ReviewSeen(event.question, file.pass_number, event.funding)
    else:
        asked = file.reviews[event.review]
        seen = replace(asked, outcome=event.outcome, answered=entry, pass_number=file.pass_number)
    return {**file.reviews, event.review: seen}


def hear_of_funding(
    file: Cooperation, event: FundingAsked | FundingAnswered, entry: int
) -> Mapping[str, FundingSeen]:
    """The fundings of a cooperation after one was asked for, or moved on."""
    if isinstance(event, FundingAsked):
        seen = FundingSeen(event.instrument, "requested")
    else:
        asked = file.fundings[event.funding]
        granted = asked.granted or (entry if event.stage == "granted" else None)
        seen = replace(asked, stage=event.stage, granted=granted)
    return {**file.fundings, event.funding: seen}
