"""What those in charge of a cooperation, and whoever asked to abandon it, are told of what became of it."""

from domain.cooperations.events.calls import ApplicationDeclined, ApplicationSelected
from domain.cooperations.events.lifecycle import AbandonmentSettled
from domain.cooperations.state import Cooperation
from domain.files.events import SilenceCounted
from domain.files.outcome import Outcome, outcome
from domain.kernel.recorded import Recorded
from domain.kernel.values import Settlement

WITH_OUTCOME = frozenset({ApplicationSelected, ApplicationDeclined, AbandonmentSettled, SilenceCounted})
"""The types of events that bring one. Known at once, for speed."""


def outcome_of_cooperation(before: Cooperation, recorded: Recorded) -> Outcome | None:
    """The outcome that an event brings, given the cooperation before it; None for all others."""
    asked = (before.abandonment.requested_by,) if before.abandonment else ()
    match recorded.event:
        case ApplicationSelected(stage=stage):
            return outcome("application-selected", recorded, subject=stage)
        case ApplicationDeclined():
            return outcome("application-declined", recorded)
        case AbandonmentSettled(settlement=Settlement.GRANTED):
            return outcome("abandonment-granted", recorded, asked)
        case AbandonmentSettled():
            return outcome("abandonment-refused", recorded, asked)
        case SilenceCounted(counts_as="granted"):
            return outcome("abandonment-granted", recorded, asked)
        case SilenceCounted(counts_as="refused"):
            return outcome("abandonment-refused", recorded, asked)
        case SilenceCounted(counts_as=counts_as):
            return outcome("silence-counted", recorded, subject=counts_as)
    return None
