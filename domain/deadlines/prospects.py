"""What comes by itself, and until when it may."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import RungTime
from domain.kernel.calendar import WorkingDays


@dataclass(frozen=True, slots=True)
class Prospect:
    """Something is to be done from an instant on, if people work then; from ``ends`` on it is pointless."""

    at: datetime
    ends: datetime | None = None

    def acted_on(self, calendar: WorkingDays, now: datetime) -> datetime | None:
        """When it is to be done, now or later; None if it has become pointless by then."""
        instant = calendar.sendable_from(max(self.at, now))
        return instant if self.ends is None or instant < self.ends else None


def nearest(prospects: Iterable[Prospect]) -> tuple[Prospect, ...]:
    """Those that can come first: the earliest of those without an end, and all that have one."""
    found = tuple(prospects)
    endless = min((one.at for one in found if one.ends is None), default=None)
    ending = tuple(one for one in found if one.ends is not None)
    return ending if endless is None else (Prospect(endless), *ending)


def first_of(prospects: Iterable[Prospect], calendar: WorkingDays, now: datetime) -> datetime | None:
    """The earliest instant, now or later, at which one of them is to be acted on; None if there is none."""
    instants = (one.acted_on(calendar, now) for one in nearest(prospects))
    return min((instant for instant in instants if instant is not None), default=None)


def waiting(deadline: Deadline) -> Iterator[RungTime]:
    """The rungs still to be sent."""
    return (rung for rung in deadline.rungs if not rung.muted and rung.name not in deadline.done)
