"""Commands about reviews: asking a panel, declaring interests, giving opinions, concluding."""

from typing import Annotated, Literal

from pydantic import Field

from domain.fundings.request import Condition
from domain.kernel.command import Answers, Command
from domain.kernel.ids import review_stream
from domain.kernel.money import Cents, DocumentDigest, Points
from domain.kernel.prose import ClearProse
from domain.kernel.values import Day, Key, PersonId, Slug


class ReviewCommand(Command):
    """A command about one review."""

    review: Slug
    """The review it concerns."""

    @property
    def stream(self) -> str:
        """The review's stream."""
        return review_stream(self.review)


Version = Annotated[int, Field(ge=1, le=10_000)]
"""A version of a dossier, from 1."""

Scores = Annotated[dict[Key, Annotated[int, Field(ge=0, le=100)]], Field(max_length=50)]
"""Points by line of the panel's grid."""

Members = Annotated[tuple[PersonId, ...], Field(max_length=200)]

Conditions = Annotated[tuple[Condition, ...], Field(max_length=50)]

Documents = Annotated[tuple[DocumentDigest, ...], Field(max_length=100)]


class OpenReview(ReviewCommand):
    """Put a question of the rulebook to its panel, about a cooperation, its funding or an amendment of that."""

    type: Literal["OpenReview"]
    cooperation: Slug
    question: Key
    """The review, as the rulebook names it."""
    funding: Slug | None = None
    """The funding that it is about."""
    amendment: Slug | None = None
    """The amendment of the funding that it is about."""
    members: Members = ()
    """Those who sit, where the panel names people or has more of them than seats; else all who hold a seat's role."""
    documents: Documents = ()
    amount_cents: Cents | None = None
    """What the panel is asked to grant, at most what is asked for; all of it, if missing."""
    conditions: Conditions | None = None
    """The conditions that a grant would come with."""
    note: ClearProse | None = None
    resubmits: Slug | None = None
    """The review that was deferred or unfavourable, whose points this one answers."""
    answers: Answers = {}


class InviteMembers(ReviewCommand):
    """Invite more people to an open review; their deadline begins now."""

    type: Literal["InviteMembers"]
    members: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=200)]
    reason: ClearProse


class DeclareInterests(ReviewCommand):
    """Say whether one has a conflict of interest, before the dossier can be read; a conflict recuses."""

    type: Literal["DeclareInterests"]
    conflict: bool
    reason: ClearProse | None = None


class RecuseMember(ReviewCommand):
    """Take somebody off the panel for a conflict of interest, with the reason; the quorum is counted anew."""

    type: Literal["RecuseMember"]
    member: PersonId
    reason: ClearProse


class ReviseDossier(ReviewCommand):
    """Put a new version of the dossier before the panel: opinions given are to be confirmed or changed."""

    type: Literal["ReviseDossier"]
    documents: Documents = ()
    amount_cents: Cents | None = None
    """What the panel is asked to grant now; as before, if missing."""
    conditions: Conditions | None = None
    """The conditions that a grant would come with now; as before, if missing."""
    note: ClearProse


class GiveOpinion(ReviewCommand):
    """Give one's opinion on a version of the dossier, or change it."""

    type: Literal["GiveOpinion"]
    opinion: Literal["favourable", "favourable-with-conditions", "unfavourable", "abstention"]
    dossier: Version
    """The version of the dossier that was seen."""
    scores: Scores = {}
    """Points on the panel's grid, all its lines, where it has one; an abstention gives none."""
    conditions: ClearProse | None = None
    points: Points = ()
    """The reasons of an unfavourable opinion as keys."""
    reasons: ClearProse | None = None
    would_change: ClearProse | None = None


class ConfirmOpinion(ReviewCommand):
    """Keep one's opinion on the new version of the dossier."""

    type: Literal["ConfirmOpinion"]
    dossier: Version


class DelegateOpinion(ReviewCommand):
    """Let somebody else give one's opinion until a day (inclusive, Paris); afterwards it is owed again."""

    type: Literal["DelegateOpinion"]
    to: PersonId
    until: Day
    reason: ClearProse


class ReplaceMember(ReviewCommand):
    """Let somebody else sit in a member's place, for good or until a day: they owe what that member owes, afresh."""

    type: Literal["ReplaceMember"]
    member: PersonId
    substitute: PersonId
    until: Day | None = None
    """The last day (inclusive, Paris), after which the member owes it again; for good, if missing."""
    reason: ClearProse


class ExtendReview(ReviewCommand):
    """Give the panel until a later day."""

    type: Literal["ExtendReview"]
    until: Day
    reason: ClearProse


class ConcludeReview(ReviewCommand):
    """Conclude by the panel's rule; or, where the chair concludes or breaks a tie, with an outcome and reasons."""

    type: Literal["ConcludeReview"]
    outcome: Literal["favourable", "favourable-with-conditions", "unfavourable"] | None = None
    points: Points = ()
    reasons: ClearProse | None = None
    would_change: ClearProse | None = None


class DeferReview(ReviewCommand):
    """End a review without an answer, with reasons and what would change it: it may be submitted again."""

    type: Literal["DeferReview"]
    points: Annotated[tuple[Key, ...], Field(min_length=1, max_length=20)]
    reasons: ClearProse
    would_change: ClearProse


class CancelReview(ReviewCommand):
    """Take the question back; opinions given stay on record."""

    type: Literal["CancelReview"]
    reason: ClearProse


AnyReviewCommand = (
    OpenReview
    | InviteMembers
    | DeclareInterests
    | RecuseMember
    | ReviseDossier
    | GiveOpinion
    | ConfirmOpinion
    | DelegateOpinion
    | ReplaceMember
    | ExtendReview
    | ConcludeReview
    | DeferReview
    | CancelReview
)
"""Commands whose subject is one review."""
