"""Reviews: which rule answers which command about one."""

from collections.abc import Iterable, Iterator, Mapping

from domain.cooperations.events.told import ReviewAnswered, ReviewAsked, ReviewEnd
from domain.files.setting import Decision, Happening, Setting, State, effective_at
from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream, funding_stream
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
    OpenReview,
    RecuseMember,
    ReplaceMember,
    ReviseDossier,
)
from domain.reviews.decide.concluding import cancel, conclude, defer, extend
from domain.reviews.decide.guards import guard
from domain.reviews.decide.members import declare, delegate, invite, recuse, replace_member
from domain.reviews.decide.opening import open_review, streams_to_open
from domain.reviews.decide.opinions import confirm, give, revise
from domain.reviews.events import ReviewCancelled as Cancelled
from domain.reviews.events import ReviewConcluded as Concluded
from domain.reviews.events import ReviewDeferred as Deferred
from domain.reviews.events import ReviewHeard
from domain.reviews.events import ReviewOpened as Opened
from domain.reviews.impartial import streams_of_request
from domain.reviews.state import Review
from domain.reviews.subject import subject_hears
from domain.rulebook import Rulebook


def decide_review(
    command: AnyReviewCommand, review: Review | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """What a command about a review gives, in its own stream first, then in its cooperation's."""
    if isinstance(command, OpenReview):
        decision = open_review(command, review, setting)
        cooperation = command.cooperation
    else:
        if review is None:
            return refuse("unknown_review", review=command.review)
        if setting.rulebook is None:
            return refuse("unknown_programme", programme=review.rulebook)
        decision = guard(command, review, setting.rulebook, setting) or _decide(
            command, review, setting.rulebook, setting
        )
        cooperation = review.cooperation
    if isinstance(decision, Refusal):
        return decision
    at = effective_at(command, setting)
    own = tuple(Happening(command.stream, event, at) for event in decision)
    told = (event for one in decision if (event := _told(command.review, one, review)))
    return (
        *own,
        *(Happening(cooperation_stream(cooperation), event, at) for event in told),
        *_heard(command, review, decision, setting, at),
    )


def _decide(command: AnyReviewCommand, review: Review, rulebook: Rulebook, setting: Setting) -> Decision:
    match command:
        case InviteMembers():
            return invite(command, review, rulebook, setting)
        case DeclareInterests():
            return declare(command, review, setting)
        case RecuseMember():
            return recuse(command, review, setting)
        case ReviseDossier():
            return revise(command, review, setting)
        case GiveOpinion():
            return give(command, review, rulebook, setting)
        case ConfirmOpinion():
            return confirm(command, review, setting)
        case DelegateOpinion():
            return delegate(command, review, setting)
        case ReplaceMember():
            return replace_member(command, review, setting)
        case ExtendReview():
            return extend(command, review, rulebook)
        case ConcludeReview():
            return conclude(command, review, rulebook, setting)
        case DeferReview():
            return defer(command)
        case CancelReview():
            return cancel(command)
        case OpenReview():  # answered before there is a review
            return refuse("review_exists", review=review.id)


def _told(key: str, event: Event, review: Review | None) -> Event | None:
    """What the cooperation hears of it."""
    if isinstance(event, Opened):
        return ReviewAsked(
            review=key, question=event.question, funding=event.funding, resubmits=event.resubmits
        )
    outcome = _ending(event)
    question = review.question if review else ""
    return ReviewAnswered(review=key, question=question, outcome=outcome) if outcome else None


def _heard(
    command: AnyReviewCommand, review: Review | None, decision: Iterable[Event], setting: Setting, at: str
) -> Iterator[Happening]:
    """What the funding hears that it is about, if it is about one."""
    for event in decision:
        if isinstance(event, Opened) and event.funding:
            asked = ReviewHeard(
                review=command.review,
                question=event.question,
                panel=event.panel,
                amendment=event.amendment,
                outcome=None,
            )
            yield Happening(funding_stream(event.funding), asked, at)
        elif review and (outcome := _ending(event)):
            yield from subject_hears(review, outcome, setting, at)


def _ending(event: Event) -> ReviewEnd | None:
    match event:
        case Concluded(outcome=outcome):
            return outcome
        case Deferred():
            return "deferred"
        case Cancelled():
            return "cancelled"
    return None


def streams_beside_review(command: AnyReviewCommand, states: Mapping[str, State]) -> Iterator[str]:
    """The streams that deciding the command rests on besides its own, as far as ``states``, read so far, tell."""
    if isinstance(command, OpenReview):
        yield from streams_to_open(command, states)
        return
    review = states.get(command.stream)
    if not isinstance(review, Review):
        return
    if command.rests_on_its_cooperation:
        yield cooperation_stream(review.cooperation)
        if review.funding:
            yield funding_stream(review.funding)
    yield from streams_of_request(review, states)
