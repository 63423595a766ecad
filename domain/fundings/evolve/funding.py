"""``evolve_funding``: a funding and what happened next give the next state. Total and pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from domain.files.act_events import (
    ActAnnounced,
    ActHeldBack,
    ActPerformed,
    ActRefused,
    ActReleased,
)
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
from domain.files.fold_acts import fold_acts
from domain.fundings.events.bodies import DecisionAsked
from domain.fundings.events.payments import PaymentEvent
from domain.fundings.events.requests import FundingRequested
from domain.fundings.evolve.amendments import AmendmentEvent, evolve_amendments
from domain.fundings.evolve.payments import evolve_payments
from domain.fundings.evolve.requests import evolve_request
from domain.fundings.outcomes import outcome_of_funding
from domain.fundings.state import Funding, ReviewOfRequest
from domain.kernel.ids import id_of
from domain.kernel.recorded import Recorded
from domain.kernel.values import UNANSWERED
from domain.reviews.events import ReviewHeard

CONDITION = "condition"
"""The deadline of a condition of the decision; its occurrence names the condition."""

_PAYMENT_EVENTS = get_args(PaymentEvent)
_AMENDMENT_EVENTS = get_args(AmendmentEvent)


def evolve_funding(state: Funding | None, recorded: Recorded) -> Funding:
    """The funding after one more event. Raises ValueError if the first event does not request it."""
    event = recorded.event
    if isinstance(event, FundingRequested):
        state = _requested(event, recorded)
    elif state is None:
        raise ValueError(f"{recorded.stream} does not begin with its request")
    state = ended_so(index(state, recorded), outcome_of_funding(state, recorded))
    match event:
        case ReminderIssued() | ReminderOvertaken() | DeliveryReported() | DeliverySettled():
            return remind(state, event, recorded)
        case DeadlineExtended():
            return _extended(state, event, recorded.effective_at)
        case SilenceCounted():
            return _silence(state, event, recorded)
        case CooperationHeard():
            return hear(state, event, recorded.effective_at)
        case ReviewHeard():
            return state.changed(reviews=_reviews(state, event, recorded.entry))
        case DecisionAsked():
            return state.changed(put_to_decision=recorded.entry)
        case ActAnnounced() | ActPerformed() | ActRefused() | ActHeldBack() | ActReleased():
            return fold_acts(state, event, recorded)
    if isinstance(event, _PAYMENT_EVENTS):
        return evolve_payments(state, event, recorded)
    if isinstance(event, _AMENDMENT_EVENTS):
        return evolve_amendments(state, event, recorded)
    return evolve_request(state, recorded)


def _requested(event: FundingRequested, recorded: Recorded) -> Funding:
    return Funding(
        id=id_of(recorded.stream),
        entry=0,
        rulebook=event.rulebook,
        region=event.region,
        managers=event.managers,
        cooperation=event.cooperation,
        name=event.name,
        requested_by=recorded.actor,
        requested_at=recorded.effective_at,
        requested=recorded.entry,
        request=event.request,
        until=event.request.until,
        plan=event.request.plan,
        last_steps=(recorded.effective_at,),
    )


def _reviews(state: Funding, event: ReviewHeard, entry: int) -> Mapping[str, ReviewOfRequest]:
    """The reviews about it after one was opened, or ended, be it one that was opened before fundings heard of it."""
    known = state.reviews.get(event.review)
    heard = known or ReviewOfRequest(event.question, event.panel, event.amendment, entry)
    if event.outcome:
        heard = replace(heard, outcome=event.outcome, answered=entry)
    return {**state.reviews, event.review: heard}


def _extended(state: Funding, event: DeadlineExtended, at: str) -> Funding:
    """More time for a condition is more time for the obligation itself, not only for its reminders."""
    extended, key = extend(state, event, at), event.occurrence.partition("/")[2]
    if event.deadline != CONDITION or key not in state.conditions:
        return extended
    later = replace(state.conditions[key], due=event.until)
    return extended.changed(conditions={**state.conditions, key: later})


def _silence(state: Funding, event: SilenceCounted, recorded: Recorded) -> Funding:
    """No decision in time counts as a refusal; its reason, to be answered by whoever asks again, is the silence."""
    steps = later_steps(state, recorded.effective_at)
    counted = state.changed(silences={**state.silences, event.occurrence: recorded.entry}, last_steps=steps)
    if event.counts_as == "refused" and state.stage == "requested":
        return counted.changed(stage="refused", declined=(UNANSWERED,))
    return counted
