"""Everything that can have happened, as frozen models; ``type`` and ``version`` tell them apart."""

from domain.bank.events import AccountEvent, PaymentReferenceTaken
from domain.cooperations.events.told import (
    FileEvent,
)
from domain.envelopes.events import EnvelopeEvent
from domain.files.events import (
    CooperationHeard,
)
from domain.fundings.events.payments import PaymentEvent, PaymentFileIssued
from domain.fundings.events.requests import CourseEvent
from domain.people.events import (
    FilesHandedOver,
    OrganisationFounded,
    OutageRecorded,
    PersonChanged,
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
    RulebookAdopted,
    RulebookPublished,
)
from domain.reviews.events import ReviewEvent

OrganisationEvent = (
    FilesHandedOver
    | OrganisationFounded
    | OutageRecorded
    | PersonRegistered
    | PersonChanged
    | RoleGranted
    | RoleRevoked
    | RulebookPublished
    | RulebookAdopted
)
"""Events of the stream ``organisation``."""


FundingEvent = CourseEvent | PaymentEvent | CooperationHeard
"""Events of the streams ``funding:<id>``, besides those of every file."""

AnyEvent = (
    OrganisationEvent
    | FileEvent
    | ReviewEvent
    | FundingEvent
    | EnvelopeEvent
    | AccountEvent
    | PaymentFileIssued
    | PaymentReferenceTaken
)
"""Every event there is."""
