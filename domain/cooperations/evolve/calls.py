"""What applications, completions, experiments, judgements and awaited files change in a file."""

from dataclasses import replace

from domain.cooperations.events.calls import (
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CompletionAsked,
    CompletionReceived,
)
from domain.cooperations.events.file import AwaitedFileMoved, FileAwaited, FileAwaitedBy
from domain.cooperations.state import Application, Cooperation
from domain.files.file import Completion
from domain.kernel.recorded import Recorded
from domain.rulebook.calls import RECEIVED

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
