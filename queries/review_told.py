"""What is told of a review, as values: its members, the versions of its dossier, the opinions, how it ended."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import to_jsonable_python

from domain.kernel.recorded import Recorded
from domain.reviews.events import DossierRevised, OpinionCounted, OpinionGiven, ReviewOpened

_OPENED = {"documents", "rests_on", "note", "answers", "proposal"}
_REVISED = {"documents", "rests_on", "note", "proposal"}
_OPINION = {"scores", "points", "conditions", "reasons", "would_change"}


@dataclass(frozen=True, slots=True)
class MemberTold:
    """A member: whether they have declared, whether an opinion counts, and who owes it at present."""

    person: str
    role: str
    sits: bool
    recused: bool
    replaced_by: str | None
    delegated_to: str | None
    delegated_until: date | None
    declared: tuple[str, ...]
    """Who has declared to have no conflict of interest: the member, a delegate."""
    given: bool
    counts: bool
    owed_by: str | None
    opinion: str | None
    """None also where the reader may not see it."""


@dataclass(frozen=True, slots=True)
class VersionTold:
    """A version of what is put before the panel, with the entry that put it there."""

    number: int
    at: str
    event: ReviewOpened | DossierRevised

    def as_json(self) -> dict[str, Any]:
        """With what the entry says of it."""
        fields = _OPENED if isinstance(self.event, ReviewOpened) else _REVISED
        return {"dossier": self.number, "at": self.at} | self.event.model_dump(mode="json", include=fields)


@dataclass(frozen=True, slots=True)
class OpinionTold:
    """An opinion as the minutes have it, when and by whom it was given."""

    counted: OpinionCounted
    at: str
    by: str
    said: OpinionGiven | None
    """What went with it; nothing with one by silence."""

    def as_json(self) -> dict[str, Any]:
        """The line of the minutes, with what went with it."""
        said = self.said.model_dump(mode="json", include=_OPINION) if self.said else {}
        line: dict[str, Any] = to_jsonable_python(self.counted)
        return line | {"at": self.at, "by": self.by} | said


@dataclass(frozen=True, slots=True)
class OutcomeTold:
    """How a review ended, by which entry."""

    outcome: str
    recorded: Recorded

    def as_json(self) -> dict[str, Any]:
        """With the reasons that were given."""
        ended = self.recorded
        told = ended.event.model_dump(mode="json", exclude={"opinions", "counts"})
        return told | {"outcome": self.outcome, "at": ended.effective_at, "actor": ended.actor}
