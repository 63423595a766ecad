"""What is asked of the past, and what is found."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.kernel.moments import may_lie_within
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Question:
    """Which decisions of a programme, taken from a day to a day (inclusive), under which other rulebook."""

    organisation: str
    rulebook: Rulebook
    programme: str
    since: date
    until: date
    reader: str
    """Whose files are looked at: those that this person may read at ``now``."""
    now: datetime
    zone: ZoneInfo
    """Where the period begins and ends: the organisation's."""

    def concerns(self, recorded: Recorded) -> bool:
        """Whether an entry was recorded under the programme and took effect in the period, as far as is known."""
        programme = (recorded.rulebook or "").partition("@")[0]
        return programme == self.programme and may_lie_within(
            recorded.effective_at, self.since, self.until, self.zone
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """A decision that the other rulebook would have refused, or made something else of, and why."""

    file: str
    decision: Recorded
    roles: tuple[Role, ...]
    """Those that its actor held for the file's region then; none for the service itself."""
    refusal: Refusal
    region: str | None
    """The file’s own: where the hours of the decision are told."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the gate items that would have been missing."""
        items = self.refusal.params.get("missing", "") if self.refusal.code == "gate_incomplete" else ""
        return tuple(items.split(", ")) if items else ()


@dataclass(frozen=True, slots=True)
class Found:
    """What some files had: how many had decisions of the period, how many decisions, which of them differ."""

    files: int = 0
    decisions: int = 0
    differences: tuple[Difference, ...] = ()

    def __add__(self, other: "Found") -> "Found":
        """Both together."""
        return Found(
            self.files + other.files,
            self.decisions + other.decisions,
            self.differences + other.differences,
        )
