"""What is known of a review, folded from its events by ``domain.reviews.evolve``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from domain.cooperations.events.told import ReviewEnd
from domain.files.related import RelatedFile
from domain.kernel.ids import review_stream
from domain.kernel.prose import Prose
from domain.kernel.values import Role
from domain.reviews.events import Verdict, VoteCounts
from domain.reviews.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Opinion:
    """A member's last opinion: up to which version of the dossier it holds."""

    verdict: Verdict
    entry: int
    holds_for: int
    by: str
    """Who gave it: the member, a delegate, or ``escale`` for silence."""
    scores: Mapping[str, int] = field(default_factory=dict)
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delegation:
    """Somebody else gives the member's opinion until a day, inclusive."""

    to: str
    until: date
    entry: int


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on the panel. ``invited`` is the entry from which their deadline counts.

    They hold ``role`` in the file's region, or anywhere, as ``of`` says. ``declared`` holds those of member and
    delegate who have declared that they have no conflict of interest.
    """

    person: str
    role: Role
    invited: int
    of: Literal["region", "organisation"] = "region"
    declared: frozenset[str] = frozenset()
    recused: int | None = None
    replaced_by: str | None = None
    delegation: Delegation | None = None
    opinion: Opinion | None = None
    earlier: tuple[Opinion, ...] = ()
    """Their opinions that another took the place of: they stay on record."""

    @property
    def sits(self) -> bool:
        """Whether they count for the quorum: neither recused nor replaced."""
        return self.recused is None and self.replaced_by is None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A version of what is put before the panel; ``rests_on`` is the last entry of the file that it shows."""

    number: int
    entry: int
    documents: tuple[str, ...]
    rests_on: int
    proposal: Proposal | None = None
    """What the panel is asked to grant, where that is not just what was asked for."""


@dataclass(frozen=True, slots=True)
class ReviewEnded:
    """How and when it ended; ``counts`` where it was concluded."""

    outcome: ReviewEnd
    at: str
    entry: int
    points: tuple[str, ...] = ()
    counts: VoteCounts | None = None
    reasons: Prose | None = None
    would_change: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class Review(RelatedFile):
    """A review. ``question`` and ``panel`` are keys of its rulebook, which stays the one it was opened under."""

    name: str
    question: str
    panel: str
    opened_in: int
    """The number of the cooperation's pass that it belongs to."""
    opened_by: str
    opened_at: str
    funding: str | None
    amendment: str | None
    resubmits: str | None
    """The earlier review whose points this one answers."""
    members: Mapping[str, Member]
    dossiers: tuple[Dossier, ...]
    barred: str | None = None
    """Who asked for the money that a decisive panel judges: never sits on it."""
    conflicts: frozenset[str] = frozenset()
    """Those who have a conflict of interest here: recused, or turned down as delegates."""
    outcome: ReviewEnded | None = None

    @property
    def key(self) -> str:
        """``review:<id>``."""
        return review_stream(self.id)

    @property
    def ended(self) -> bool:
        """Whether it was concluded, deferred or cancelled."""
        return self.outcome is not None

    @property
    def dossier(self) -> Dossier:
        """The last version of the dossier."""
        return self.dossiers[-1]

    @property
    def status(self) -> str:
        """``open``, why it stands still, or how it ended."""
        return self.outcome.outcome if self.outcome else self.standstill or "open"
