"""Clocks that run: from when, by which rule, and when each rung was told."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.deadlines.rules import NOBODY, Addressed, TimeRule
from domain.files.file import KeptFile
from domain.kernel.calendar import Due
from domain.kernel.moments import earliest


@dataclass(frozen=True, slots=True)
class Count:
    """From when a deadline counts, and what makes this occurrence unique.

    ``subject`` is the stakeholder or the experiment that it concerns. From ``ends`` on another occurrence stands in
    its place.
    """

    mark: str
    anchor: datetime
    due: Due
    subject: str | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A clock that runs: by which rule, from when, until which gate item, and to whom it speaks."""

    rule: TimeRule
    count: Count
    addressed: Addressed = NOBODY
    until: str | None = None

    @property
    def base(self) -> str:
        """The occurrence that it makes, before any extension."""
        return f"{self.rule.deadline}/{self.count.mark}"


def silenced(file: KeptFile, base: str) -> int | None:
    """The entry that counted the silence about an occurrence, extended or not; None if none did."""
    for occurrence, entry in file.silences.items():
        if occurrence == base or occurrence.startswith(f"{base}/x"):
            return entry
    return None


def told_of(file: KeptFile, occurrence: str, zone: ZoneInfo) -> dict[str, datetime]:
    """When each rung of an occurrence was issued."""
    messages = (one for one in file.messages.values() if one.occurrence == occurrence)
    return {one.rung: earliest(file.entries[one.entry].at, zone) for one in messages}
