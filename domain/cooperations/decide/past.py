"""What was decided outside this service is told as it is said: no rule of today judges it."""

from domain.cooperations.commands.past import RecordPastFunding, RecordPastReview
from domain.cooperations.events.past import PastFundingRecorded, PastReviewRecorded


def record_review(command: RecordPastReview) -> tuple[PastReviewRecorded]:
    """An entry."""
    event = PastReviewRecorded(
        title=command.title, whom=command.whom, outcome=command.outcome, note=command.note
    )
    return (event,)


def record_funding(command: RecordPastFunding) -> tuple[PastFundingRecorded]:
    """An entry."""
    event = PastFundingRecorded(
        title=command.title,
        funder=command.funder,
        outcome=command.outcome,
        asked_cents=command.asked_cents,
        granted_cents=command.granted_cents,
        paid_cents=command.paid_cents,
        until=command.until,
        note=command.note,
    )
    return (event,)
