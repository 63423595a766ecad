"""Every event of a funding."""

from domain.files.events import CooperationHeard
from domain.fundings.events.payments import PaymentEvent
from domain.fundings.events.requests import RequestEvent

FundingEvent = RequestEvent | PaymentEvent | CooperationHeard
"""Events of the streams ``funding:<id>``, besides those of every file."""
