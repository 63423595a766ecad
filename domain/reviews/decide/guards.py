"""What holds for whole families of commands about a review: not in the future, in order, not ended, not asleep.

While its cooperation sleeps, people may go on reading, declaring and giving opinions: nobody has to wait for that. What
ends the review or moves its deadlines waits, unless the panel is exempt from pauses. Interests are declared also once
it has ended: what follows from its answer goes on for years.
"""

from domain.files.order import in_future, out_of_order
from domain.files.setting import Setting, effective_at
from domain.kernel.moments import earliest, latest
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.commands import (
    AnyReviewCommand,
    CancelReview,
    ConcludeReview,
    ConfirmOpinion,
    DeclareInterests,
    DeferReview,
    DelegateOpinion,
    ExtendReview,
    GiveOpinion,
    InviteMembers,
    RecuseMember,
    ReplaceMember,
    ReviseDossier,
)
from domain.reviews.panel import asleep, panel_of
from domain.reviews.state import Review
from domain.rulebook import Rulebook

_IN_ORDER = (
    InviteMembers,
    ReviseDossier,
    DelegateOpinion,
    ReplaceMember,
    ExtendReview,
    ConcludeReview,
    DeferReview,
    CancelReview,
)
_NOT_WHILE_ASLEEP = (ExtendReview, ConcludeReview, DeferReview)
_OPINIONS = (GiveOpinion, ConfirmOpinion)
_FACTS = (DeclareInterests, RecuseMember, *_OPINIONS)


def guard(command: AnyReviewCommand, review: Review, rulebook: Rulebook, setting: Setting) -> Refusal | None:
    """Why the command cannot be taken up at all; None if its own rule may judge it."""
    if review.outcome and not isinstance(command, DeclareInterests):
        return refuse("review_ended", review=review.id, outcome=review.outcome.outcome)
    if refusal := in_future(command, setting, rulebook.zone_of(review.region)):
        return refusal
    if isinstance(command, _IN_ORDER) and (refusal := out_of_order(command, review, setting)):
        return refusal
    if isinstance(command, _FACTS) and (refusal := _before_what_it_is_about(command, review, setting)):
        return refusal
    if isinstance(command, _NOT_WHILE_ASLEEP) and asleep(review, panel_of(review, rulebook)):
        return refuse("review_sleeps", cooperation=review.cooperation, status=review.heard)
    return None


def _before_what_it_is_about(command: AnyReviewCommand, review: Review, setting: Setting) -> Refusal | None:
    """A fact may be back-dated; not to before the review, nor an opinion to before the dossier that it is about."""
    at, since, zone = effective_at(command, setting), review.opened_at, setting.zone_of(review.region)
    if isinstance(command, _OPINIONS):
        since = review.entries[review.dossier.entry].at
    if latest(at, zone) < earliest(since, zone):
        return refuse("before_previous_step", at=at, previous=since)
    return None
