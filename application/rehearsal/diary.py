"""When people do things: a few days before they are due, again each week where it did not work out."""

from collections import Counter
from datetime import date, datetime, timedelta

from application.rehearsal.scenario import at_office_hour
from domain.deadlines.deadline import Deadline
from domain.kernel.calendar import WorkingDays

IN_ADVANCE = 3
"""Working days before its due date on which a deadline is answered: after a reminder, in time."""
AGAIN_AFTER = timedelta(days=7)
"""They try again each week, some three months long, what nobody may do just then, or what is refused."""
_ATTEMPTS = 12


class Diary:
    """From which day on people mean to do something, by a key, and how often they have tried."""

    def __init__(self) -> None:
        self._from: dict[str, date] = {}
        self._again: dict[str, date] = {}
        self._attempts: Counter[str] = Counter()

    def before_due(self, key: str, deadline: Deadline, calendar: WorkingDays, now: datetime) -> datetime:
        """When a deadline is answered that they know of since ``now`` at the latest: never on that same day."""
        tomorrow = self._from.setdefault(key, calendar.day_of(now) + timedelta(days=1))
        day = max(working_days_before(deadline.due.day, IN_ADVANCE, calendar), tomorrow)
        return self._not_before(key, day, calendar, deadline.due.at)

    def after(self, key: str, delay: timedelta, calendar: WorkingDays, now: datetime) -> datetime:
        """When something is done so long after they could first do it."""
        day = self._from.setdefault(key, calendar.day_of(now) + delay)
        return self._not_before(key, day, calendar, now.astimezone(calendar.tz))

    def at_once(self, key: str, calendar: WorkingDays, now: datetime) -> datetime:
        """Now; after an attempt, when they try again."""
        again = self._again.get(key)
        return self._not_before(key, again, calendar, now.astimezone(calendar.tz)) if again else now

    def put_off(self, key: str, now: datetime) -> None:
        """Not before a week from now."""
        self._again[key] = (now + AGAIN_AFTER).date()

    def try_it(self, key: str) -> None:
        """One more attempt."""
        self._attempts[key] += 1

    def has_given_up(self, key: str) -> bool:
        """Whether they have tried often enough."""
        return self._attempts[key] >= _ATTEMPTS

    def _not_before(self, key: str, day: date, calendar: WorkingDays, like: datetime) -> datetime:
        return at_office_hour(calendar.next_working_day(max(day, self._again.get(key, day))), like)


def working_days_before(day: date, number: int, calendar: WorkingDays) -> date:
    """The day that lies so many working days before."""
    while number:
        day -= timedelta(days=1)
        number -= calendar.works(day)
    return day
