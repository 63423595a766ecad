"""The dates at which something was due in a life, as each stood whenever the file changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from domain.deadlines import Deadline


@dataclass(slots=True)
class DueDate:
    """One occurrence of a deadline: how it was seen from ``since`` on, last as ``deadline``."""

    deadline: Deadline
    since: datetime
    dates: list[tuple[datetime, datetime]] = field(default_factory=list)
    """Each date that it was due at, with the instant from which that was so."""
    ended: datetime | None = None
    """When it was met, or lost its reason."""


class Dues:
    """Keeps the due dates of a life by occurrence."""

    def __init__(self) -> None:
        self.seen: dict[str, DueDate] = {}
        self._open: frozenset[str] = frozenset()

    def look(self, deadlines: Iterable[Deadline], now: datetime) -> None:
        """Take down what is open now."""
        current = {one.occurrence: one for one in deadlines}
        for occurrence in self._open - current.keys():
            self.seen[occurrence].ended = now
        for occurrence, deadline in current.items():
            known = self.seen.setdefault(occurrence, DueDate(deadline, now))
            known.deadline, known.ended = deadline, None
            if not known.dates or known.dates[-1][1] != deadline.due.at:
                known.dates.append((now, deadline.due.at))
        self._open = frozenset(current)

    def at(self, now: datetime) -> dict[str, datetime]:
        """When each occurrence that was open at ``now`` was then due."""
        return {
            occurrence: [due for since, due in one.dates if since <= now][-1]
            for occurrence, one in self.seen.items()
            if one.since <= now and (one.ended is None or one.ended > now)
        }
