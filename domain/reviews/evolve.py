"""``evolve_review``: a review and what happened next give the next state. Total and pure."""

from domain.files.events import (
    CooperationHeard,
    DeadlineExtended,
    DeliveryReported,
    DeliverySettled,
    ReminderIssued,
    ReminderOvertaken,
    SilenceCounted,
)
from domain.files.fold import ended_so, extend, hear, index, later_steps, remind
from domain.kernel.ids import id_of
from domain.kernel.recorded import Recorded
from domain.reviews.events import (
    DossierRevised,
    InterestsDeclared,
    MemberRecused,
    MemberReplaced,
    MembersInvited,
    OpinionConfirmed,
    OpinionDelegated,
    OpinionGiven,
    ReviewCancelled,
    ReviewCarriedOver,
    ReviewConcluded,
    ReviewDeferred,
    ReviewOpened,
)
from domain.reviews.outcomes import outcome_of_review
from domain.reviews.seats import change_members, count_silence, seated
from domain.reviews.state import Dossier, Review, ReviewEnded


def evolve_review(state: Review | None, recorded: Recorded) -> Review:
    """The review after one more event. Raises ValueError if the first event does not open it."""
    event, entry, at = recorded.event, recorded.entry, recorded.effective_at
    if isinstance(event, ReviewOpened):
        return index(_opened(event, recorded), recorded)
    if state is None:
        raise ValueError(f"{recorded.stream} does not begin with its opening")
    state = index(state, recorded)
    match event:
        case ReminderIssued() | ReminderOvertaken() | DeliveryReported() | DeliverySettled():
            return remind(state, event, recorded)
        case DeadlineExtended():
            return extend(state, event, at)
        case CooperationHeard():
            return hear(state, event, at)
        case ReviewCarriedOver(pass_number=number):
            return state.changed(opened_in=number)
        case SilenceCounted():
            return _stepped(count_silence(state, event, entry), at)
        case InterestsDeclared() | MemberRecused():
            return change_members(state, event, recorded)
        case MembersInvited() | MemberReplaced() | OpinionGiven() | OpinionConfirmed() | OpinionDelegated():
            return _stepped(change_members(state, event, recorded), at)
        case DossierRevised():
            revised = Dossier(event.dossier, entry, event.documents, event.rests_on, event.proposal)
            return _stepped(state.changed(dossiers=(*state.dossiers, revised)), at)
        case ReviewConcluded() | ReviewDeferred() | ReviewCancelled():
            ended = state.changed(outcome=_ended(event, recorded))
            return _stepped(ended_so(ended, outcome_of_review(state, recorded)), at)
    return state


def _stepped(state: Review, at: str) -> Review:
    return state.changed(last_steps=later_steps(state, at))


def _ended(event: ReviewConcluded | ReviewDeferred | ReviewCancelled, recorded: Recorded) -> ReviewEnded:
    at, entry = recorded.effective_at, recorded.entry
    match event:
        case ReviewConcluded():
            said = (event.reasons, event.would_change)
            return ReviewEnded(event.outcome, at, entry, event.points, event.counts, *said)
        case ReviewDeferred(points=points):
            return ReviewEnded("deferred", at, entry, points, None, event.reasons, event.would_change)
        case ReviewCancelled():
            return ReviewEnded("cancelled", at, entry)


def _opened(event: ReviewOpened, recorded: Recorded) -> Review:
    opened = Review(
        id=id_of(recorded.stream),
        entry=0,
        rulebook=event.rulebook,
        region=event.region,
        managers=event.managers,
        cooperation=event.cooperation,
        name=event.name,
        question=event.question,
        panel=event.panel,
        opened_in=event.pass_number,
        opened_by=recorded.actor,
        opened_at=recorded.effective_at,
        funding=event.funding,
        amendment=event.amendment,
        resubmits=event.resubmits,
        barred=event.barred,
        members={},
        dossiers=(Dossier(1, recorded.entry, event.documents, event.rests_on, event.proposal),),
        last_steps=(recorded.effective_at,),
    )
    return opened.changed(members=seated(opened.members, event.members, recorded.entry))
