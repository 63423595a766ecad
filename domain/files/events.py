"""Events about reminders: the claims that make each of them unique, and what became of the messages."""

from datetime import date
from typing import Literal

from domain.files.act_events import ActEvent
from domain.kernel.event import Event
from domain.kernel.prose import Prose
from domain.kernel.values import Key, PersonId, Role


class DeadlineExtended(Event):
    """An occurrence of a deadline has time until ``until`` (last day)."""

    outdates = True

    type: Literal["DeadlineExtended"] = "DeadlineExtended"
    deadline: Key
    occurrence: str
    until: date
    reason: Prose


class CooperationHeard(Event):
    """In the stream of a review or a funding: where its cooperation stands now, and who is in charge of it."""

    outdates = True

    type: Literal["CooperationHeard"] = "CooperationHeard"
    status: Literal["active", "paused", "declined", "abandonment-requested", "closed"]
    managers: tuple[PersonId, ...]


class ReminderIssued(Event):
    """The claim: this rung of this occurrence was sent to this person, once. ``late`` if after its day.

    ``calendar`` names the calendar of working days and its version, which placed the rung.
    """

    type: Literal["ReminderIssued"] = "ReminderIssued"
    occurrence: str
    rung: str
    due_on: date
    recipient: PersonId
    role: Role
    late: bool
    message: str
    calendar: str


class ReminderOvertaken(Event):
    """A rung was missed, or fell on the same day as a higher one: it will not be sent."""

    type: Literal["ReminderOvertaken"] = "ReminderOvertaken"
    occurrence: str
    rung: str
    by: str


class SilenceCounted(Event):
    """Nobody answered in time, and the rulebook says what that counts as. ``item`` is the gate item it holds."""

    outdates = True

    type: Literal["SilenceCounted"] = "SilenceCounted"
    occurrence: str
    deadline: Key
    counts_as: Literal[
        "met", "granted", "refused", "withdrawn", "paused", "favourable", "unfavourable", "abstention"
    ]
    item: Key | None


class DeliveryReported(Event):
    """What became of a message."""

    type: Literal["DeliveryReported"] = "DeliveryReported"
    message: str
    delivery: Literal["sent", "unknown", "failed", "withdrawn"]
    code: str | None


class DeliverySettled(Event):
    """A person decided about a message in doubt or failed."""

    type: Literal["DeliverySettled"] = "DeliverySettled"
    message: str
    decision: Literal["arrived", "resend", "drop"]
    reason: Prose


KeptEvent = (
    ActEvent
    | DeadlineExtended
    | DeliveryReported
    | DeliverySettled
    | ReminderIssued
    | ReminderOvertaken
    | SilenceCounted
)
"""Events of every file, be it a cooperation, a review or a funding: deadlines, reminders, silence, acts."""
