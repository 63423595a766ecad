"""What a panel may be asked about besides a cooperation: a request for money, or an amendment of what was granted.

A funding is one. A review asks no more of it than this, and knows nothing else of fundings.
"""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.cooperations.events.told import ReviewEnd
from domain.files.related import RelatedFile
from domain.files.setting import Happening, Setting
from domain.kernel.ids import funding_stream
from domain.kernel.refusal import Refusal
from domain.reviews.events import ReviewHeard
from domain.reviews.proposal import Proposal
from domain.reviews.state import Review
from domain.rulebook import Rulebook


@dataclass(frozen=True, kw_only=True)
class Subject(RelatedFile):
    """A request for money of a cooperation, as a panel that is asked about it sees it."""

    @abstractmethod
    def asked_by(self, amendment: str | None) -> str:
        """Who asked for it, or who proposed that amendment of it."""

    @abstractmethod
    def decided_already(self, amendment: str | None) -> Refusal | None:
        """Why there is nothing to decide; None while it, or that amendment of it, waits for its decision."""

    @abstractmethod
    def asked_for(self) -> Proposal | None:
        """What is asked for; None once that is decided."""

    @abstractmethod
    def unfit(self, proposal: Proposal, rulebook: Rulebook | None, day: date) -> Refusal | None:
        """Why this could not be granted on a day; None if it could."""


def subject_of(key: str | None, setting: Setting) -> Subject | None:
    """What a review with that key of a funding is about, if it was read and exists."""
    found = setting.beside.get(funding_stream(key)) if key else None
    return found if isinstance(found, Subject) else None


def subject_hears(review: Review, outcome: ReviewEnd, setting: Setting, at: str) -> Iterator[Happening]:
    """In what a review is about, if it was read and exists: how the review ended."""
    subject = subject_of(review.funding, setting)
    if subject:
        heard = ReviewHeard(
            review=review.id,
            question=review.question,
            panel=review.panel,
            amendment=review.amendment,
            outcome=outcome,
        )
        yield Happening(subject.key, heard, at)
