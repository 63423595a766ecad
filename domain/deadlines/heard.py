"""From when on those who have not answered may be passed over: not before they were told."""

from datetime import datetime
from typing import Literal

from domain.deadlines.deadline import Deadline
from domain.files.file import KeptFile, Message
from domain.kernel.calendar import WorkingDays
from domain.kernel.moments import earliest
from domain.people.state import Organisation

HeldBack = Literal["untold", "undelivered", "money", "vacant", "outage"]


_DELIVERED, _LET_BE = "sent", "dropped"


def messages_about(file: KeptFile, deadline: Deadline) -> list[Message]:
    """The reminders about a deadline that went out."""
    return [one for one in file.messages.values() if one.occurrence == deadline.occurrence]


def not_after_an_outage(at: datetime, calendar: WorkingDays, organisation: Organisation) -> datetime:
    """An instant, or later: not before people had a working day since the last outage."""
    return max([at, *(calendar.after_a_full_day(one.until) for one in organisation.outages[-1:])])


def told_for_a_day(
    file: KeptFile, deadline: Deadline, told: list[Message], calendar: WorkingDays
) -> datetime:
    """Once the deadline has passed; a working day later where people first heard of it only then."""
    passed = deadline.due.passes_at
    first = min((earliest(file.entries[one.entry].at, calendar.tz) for one in told), default=None)
    if first is not None and first >= passed:
        return calendar.after_a_full_day(first)
    return calendar.sendable_from(passed)


def held_back(told: list[Message]) -> HeldBack | None:
    """What a person settled by letting it be holds nothing back, nor tells anybody anything."""
    deliveries = {one.delivery for one in told} - {_LET_BE}
    if not deliveries:
        return "untold"
    return "undelivered" if deliveries != {_DELIVERED} else None


def heard_out(
    file: KeptFile, deadline: Deadline, calendar: WorkingDays, organisation: Organisation
) -> tuple[datetime, HeldBack | None]:
    """From when on those who have not answered may be passed over, and what is to be known of messages before."""
    told = messages_about(file, deadline)
    at = not_after_an_outage(told_for_a_day(file, deadline, told, calendar), calendar, organisation)
    return at, held_back(told)
