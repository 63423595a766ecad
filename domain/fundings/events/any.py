"""Every event of a funding."""

from domain.files.events import CooperationHeard
from domain.fundings.events.bodies import DecisionAsked
from domain.fundings.events.payments import PaymentEvent
from domain.fundings.events.requests import RequestEvent
from domain.reviews.events import ReviewHeard

FundingEvent = RequestEvent | PaymentEvent | DecisionAsked | CooperationHeard | ReviewHeard
"""Events of the streams ``funding:<id>``, besides those of every file."""
