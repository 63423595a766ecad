"""What each item that a gate lacks waits for: somebody in charge, or others who were asked, and by which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.cooperations.state import Cooperation
from domain.reminders.view import FileView
from domain.tasks.any_file import tasks_of
from domain.tasks.task import Kind, TaskLine
from queries.related_files import RelatedFiles

_OF_ITEMS: frozenset[Kind] = frozenset({"gate-item", "review-to-ask", "funding-to-ask", "awaited"})


@dataclass(frozen=True, slots=True)
class NextForItem:
    """What is to be done for an item, or what others are doing; ``due_on`` is the day by which."""

    line: TaskLine
    due_on: date | None

    def as_json(self) -> dict[str, Any]:
        """The task as lists have it."""
        return {
            "item": self.line.subject,
            "kind": self.line.kind,
            "awaits": list(self.line.awaits),
            "due_on": self.due_on,
            "offers": [one.model_dump(mode="json") for one in self.line.offers],
        }


def at_gate(view: FileView[Cooperation], related: RelatedFiles) -> dict[str, NextForItem]:
    """By item; what was asked of a panel is due when the panel's answers are."""
    due = dict(_due(related))
    found = {}
    for line in tasks_of(view):
        if line.kind in _OF_ITEMS:
            days = [due[key] for key in line.awaits if key in due]
            found[line.subject] = NextForItem(line, min(days, default=line.due_on))
    return found


def _due(related: RelatedFiles) -> Iterator[tuple[str, date]]:
    yield from ((one.file, one.next_due_on) for one in related.reviews if one.next_due_on)
    yield from ((one.file, one.next_due_on) for one in related.fundings if one.next_due_on)
