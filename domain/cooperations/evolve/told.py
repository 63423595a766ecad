"""What a cooperation learns from the files that wait for it, or that it waits for."""

from collections.abc import Mapping
from dataclasses import replace

from domain.cooperations.events.file import AwaitedFileMoved, FileAwaited, FileAwaitedBy
from domain.cooperations.events.told import FundingAnswered, FundingAsked, ReviewAnswered, ReviewAsked
from domain.cooperations.evolve.calls import AwaitingEvent
from domain.cooperations.state import Awaited, Cooperation, FundingSeen, ReviewSeen


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


def hear_of_review(
    file: Cooperation, event: ReviewAsked | ReviewAnswered, entry: int
) -> Mapping[str, ReviewSeen]:
    """The reviews of a cooperation after one was opened, or ended. One carried over ends in the pass it went to."""
    if isinstance(event, ReviewAsked):
        seen = ReviewSeen(event.question, file.pass_number, event.funding, entry)
    else:
        asked = file.reviews[event.review]
        seen = replace(asked, outcome=event.outcome, answered=entry, pass_number=file.pass_number)
    return {**file.reviews, event.review: seen}


def hear_of_funding(
    file: Cooperation, event: FundingAsked | FundingAnswered, entry: int
) -> Mapping[str, FundingSeen]:
    """The fundings of a cooperation after one was asked for, or moved on."""
    if isinstance(event, FundingAsked):
        seen = FundingSeen(event.instrument, "requested", moved=entry)
    else:
        asked = file.fundings[event.funding]
        granted = asked.granted or (entry if event.stage == "granted" else None)
        seen = replace(asked, stage=event.stage, granted=granted, moved=entry)
    return {**file.fundings, event.funding: seen}
