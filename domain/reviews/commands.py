"""Commands about reviews: asking a panel, declaring interests, giving opinions, concluding."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.kernel.command import AboutFile, Answers
from domain.kernel.ids import cooperation_stream, review_stream
from domain.kernel.money import Cents, DocumentDigest, Points
from domain.kernel.prose import ClearProse
from domain.kernel.values import Day, Key, PersonId, Slug
from domain.reviews.proposal import Condition


class ReviewCommand(AboutFile):
    """A command about one review: a step in its life, unless it says otherwise."""

    for_oneself: ClassVar[bool] = False
    """Whether members give it for themselves, as do those who stand in for them: the review says whether they sit."""
    by_the_chair: ClassVar[bool] = False
    """Whether who chairs the panel may give it too."""
    by_administrators: ClassVar[bool] = False
    """Whether administrators may give it too."""
    judges: ClassVar[bool] = False
    """Whether it judges what is asked for: who asked may not give it."""
    in_order: ClassVar[bool] = True
    """Whether it may not take effect before the last step; facts may be told late, not before what they are about."""
    about_the_dossier: ClassVar[bool] = False
    """Whether it is a fact about the version of the dossier that lies before the panel."""
    not_while_asleep: ClassVar[bool] = False
    """Whether it waits while the review sleeps with its cooperation."""
    also_when_ended: ClassVar[bool] = False
    """Whether it may be given once the review has ended."""
    rests_on_its_cooperation: ClassVar[bool] = False
    """Whether deciding it takes the cooperation."""

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

    @property
    def rests_on(self) -> str:
        """The cooperation's stream: there is no review before it."""
        return cooperation_stream(self.cooperation)


class InviteMembers(ReviewCommand):
    """Invite more people to an open review; their deadline begins now."""

    by_the_chair = True

    type: Literal["InviteMembers"]
    members: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=200)]
    reason: ClearProse


class DeclareInterests(ReviewCommand):
    """Say whether one has a conflict of interest, before the dossier can be read; a conflict recuses."""

    for_oneself = True
    in_order = False
    also_when_ended = True

    type: Literal["DeclareInterests"]
    conflict: bool
    reason: ClearProse | None = None


class RecuseMember(ReviewCommand):
    """Take somebody off the panel for a conflict of interest, with the reason; the quorum is counted anew."""

    by_the_chair = True
    in_order = False

    type: Literal["RecuseMember"]
    member: PersonId
    reason: ClearProse


class ReviseDossier(ReviewCommand):
    """Put a new version of the dossier before the panel: opinions given are to be confirmed or changed."""

    rests_on_its_cooperation = True

    type: Literal["ReviseDossier"]
    documents: Documents = ()
    amount_cents: Cents | None = None
    """What the panel is asked to grant now; as before, if missing."""
    conditions: Conditions | None = None
    """The conditions that a grant would come with now; as before, if missing."""
    note: ClearProse


class GiveOpinion(ReviewCommand):
    """Give one's opinion on a version of the dossier, or change it."""

    for_oneself = True
    in_order = False
    about_the_dossier = True

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

    for_oneself = True
    in_order = False
    about_the_dossier = True

    type: Literal["ConfirmOpinion"]
    dossier: Version


class DelegateOpinion(ReviewCommand):
    """Let somebody else give one's opinion until a day (inclusive, Paris); afterwards it is owed again."""

    for_oneself = True

    type: Literal["DelegateOpinion"]
    to: PersonId
    until: Day
    reason: ClearProse


class ReplaceMember(ReviewCommand):
    """Let somebody else sit in a member's place, for good or until a day: they owe what that member owes, afresh."""

    by_the_chair = True
    by_administrators = True

    type: Literal["ReplaceMember"]
    member: PersonId
    substitute: PersonId
    until: Day | None = None
    """The last day (inclusive, Paris), after which the member owes it again; for good, if missing."""
    reason: ClearProse


class ExtendReview(ReviewCommand):
    """Give the panel until a later day."""

    by_the_chair = True
    not_while_asleep = True

    type: Literal["ExtendReview"]
    until: Day
    reason: ClearProse


class ConcludeReview(ReviewCommand):
    """Conclude by the panel's rule; or, where the chair concludes or breaks a tie, with an outcome and reasons."""

    by_the_service = "also"
    by_the_chair = True
    judges = True
    not_while_asleep = True
    rests_on_its_cooperation = True

    type: Literal["ConcludeReview"]
    outcome: Literal["favourable", "favourable-with-conditions", "unfavourable"] | None = None
    points: Points = ()
    reasons: ClearProse | None = None
    would_change: ClearProse | None = None


class DeferReview(ReviewCommand):
    """End a review without an answer, with reasons and what would change it: it may be submitted again."""

    by_the_chair = True
    judges = True
    not_while_asleep = True
    rests_on_its_cooperation = True

    type: Literal["DeferReview"]
    points: Annotated[tuple[Key, ...], Field(min_length=1, max_length=20)]
    reasons: ClearProse
    would_change: ClearProse


class CancelReview(ReviewCommand):
    """Take the question back; opinions given stay on record."""

    rests_on_its_cooperation = True

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
