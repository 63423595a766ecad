"""The dates at which something was due in a life, as each stood whenever the file changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from domain.deadlines.deadline import Deadline


@dataclass(slots=True)
class DueDate:
    """One occurrence of a deadline: each form that it took, with the instant from which it did."""

    forms: list[tuple[datetime, Deadline]] = field(default_factory=list)
    ended: datetime | None = None
    """When it was settled: met, superseded, or without reason any more."""

    @property
    def last(self) -> Deadline:
        """The form that it took last."""
        return self.forms[-1][1]

    def at(self, now: datetime) -> Deadline:
        """The form that it had at ``now``."""
        return next((form for since, form in reversed(self.forms) if since <= now), self.forms[0][1])


Occurrence = tuple[str, str]
"""The key of a file and an occurrence of one of its deadlines."""


class Dues:
    """Keeps the due dates of a life by file and occurrence."""

    def __init__(self) -> None:
        self.seen: dict[Occurrence, DueDate] = {}
        self._open: frozenset[Occurrence] = frozenset()

    def look(self, deadlines: Iterable[tuple[str, Deadline]], now: datetime) -> None:
        """Take down what is open now, each with its file."""
        current = {(file, one.occurrence): one for file, one in deadlines}
        for occurrence in self._open - current.keys():
            self.seen[occurrence].ended = now
        for occurrence, deadline in current.items():
            known = self.seen.setdefault(occurrence, DueDate())
            known.ended = None
            if not known.forms or (known.last.due, known.last.moves) != (deadline.due, deadline.moves):
                known.forms.append((now, deadline))
        self._open = frozenset(current)

    def open_at(self, now: datetime) -> dict[Occurrence, Deadline]:
        """What was open at ``now``, as it then was."""
        return {
            occurrence: one.at(now)
            for occurrence, one in self.seen.items()
            if one.forms[0][0] <= now and (one.ended is None or one.ended > now)
        }
