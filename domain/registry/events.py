"""Everything that can have happened, as frozen models; ``type`` and ``version`` tell them apart."""

from domain.bank.events import AccountEvent, PaymentReferenceTaken
from domain.cooperations.events.any import CooperationEvent
from domain.envelopes.events import EnvelopeEvent
from domain.fundings.events.any import FundingEvent
from domain.fundings.events.payments import PaymentFileIssued
from domain.people.events import OrganisationEvent
from domain.reviews.events import ReviewEvent

AnyEvent = (
    OrganisationEvent
    | CooperationEvent
    | ReviewEvent
    | FundingEvent
    | EnvelopeEvent
    | AccountEvent
    | PaymentFileIssued
    | PaymentReferenceTaken
)
"""Every event there is."""
