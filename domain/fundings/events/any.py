"""Every event of a funding."""

from domain.files.events import CooperationHeard
from domain.fundings.events.payments import PaymentEvent
from domain.fundings.events.requests import RequestEvent
from domain.reviews.events import ReviewHeard

FundingEvent = RequestEvent | PaymentEvent | CooperationHeard | ReviewHeard
"""Events of the streams ``funding:<id>``, besides those of every file."""
