"""What entries hang on: every event there is has its answer here, and none is forgotten."""

from typing import get_args

import pytest

from domain.bank.events import AccountEvent, PaymentReferenceTaken
from domain.cooperations.events.any import CooperationEvent
from domain.envelopes.events import EnvelopeEvent
from domain.fundings.events.any import FundingEvent
from domain.fundings.events.payments import PaymentFileIssued
from domain.kernel.event import Event
from domain.people.events import OrganisationEvent
from domain.registry.codec import event_of
from domain.registry.events import AnyEvent
from domain.relations.of_event import relations_of
from domain.relations.relation import Relation
from domain.reviews.events import ReviewEvent
from tests.golden.occasions import OCCASIONS

STREAMS = {
    "organisation": get_args(OrganisationEvent),
    "cooperation:a": get_args(CooperationEvent),
    "review:a": get_args(ReviewEvent),
    "funding:a": get_args(FundingEvent),
    "envelope:a/2026": get_args(EnvelopeEvent),
    "account:a": get_args(AccountEvent),
    "payment-file:a": (PaymentFileIssued,),
    "payment-reference:A": (PaymentReferenceTaken,),
}
ALONE = {
    *("OrganisationFounded", "OutageRecorded", "PersonRegistered", "RegionNamed", "RoleGranted"),
    *("FilesHandedOver", "RulebookAdopted", "RulebookPublished"),
    *("CooperationOpened", "CooperationImported", "SheetEdited", "StakeholderAdded", "CommitmentRecorded"),
    *("ContributionRecorded", "CharterDrafted", "FileAwaitedBy", "ContactRecorded", "LessonRecorded"),
    *("ProblemRecorded", "QuickWinRecorded", "EvaluationRecorded", "ExperimentStarted", "GateItemWaived"),
    *("PastReviewRecorded", "PastFundingRecorded", "ApplicationSelected", "ApplicationDeclined"),
    *("CompletionAsked", "CooperationPaused", "AbandonmentRequested", "FundingAsked"),
    *("ActAnnounced", "CooperationHeard", "MembersInvited", "ReviewCancelled", "ReviewCarriedOver"),
    *("FundingRequested", "FundingWithdrawn", "FundingClosed", "AmendmentProposed", "CharterHeard"),
    *("CitizenContributionRecorded", "TrancheRequested", "ReportSubmitted"),
    *("EnvelopeOpened", "EnvelopeToppedUp", "CarriedOver", "CarryOverReceived", "BankDetailsProposed"),
}
"""What rests on nothing that its own words name; commands and causes tie it all the same."""


def stream_of(event: Event) -> str:
    """A stream that may hold it."""
    return next(stream for stream, kinds in STREAMS.items() if isinstance(event, kinds))


@pytest.mark.parametrize("kind", sorted(one.__name__ for one in get_args(AnyEvent)))
def test_an_event_hangs_on_something_or_is_said_to_stand_alone(kind: str) -> None:
    """Of each type some sample is tied to another entry, or none is and the list above says so."""
    samples = [one for one in OCCASIONS if type(one).__name__ == kind]
    assert samples
    tied = any(relations_of(stream_of(one), one) for one in samples)
    assert tied != (kind in ALONE)


@pytest.mark.parametrize("event", OCCASIONS, ids=lambda one: type(one).__name__)
def test_links_are_the_same_when_an_entry_is_read_from_a_history(event: Event) -> None:
    """Histories keep what events say as JSON: links are found in it when they are asked for."""
    read = event_of(event.type, event.model_dump(mode="json", exclude={"type"}))
    assert relations_of(stream_of(event), read) == relations_of(stream_of(event), event)


@pytest.mark.parametrize("event", OCCASIONS, ids=lambda one: type(one).__name__)
def test_a_link_leads_to_what_there_can_be(event: Event) -> None:
    """Of a stream that there is, to an entry by its number, or by a type of that stream and a field that it has."""
    for link in relations_of(stream_of(event), event):
        kinds = STREAMS[next(one for one in STREAMS if one.split(":")[0] == link.stream.split(":")[0])]
        types = {one.__name__: one for one in kinds}
        assert (link.entry is None) == bool(link.types)
        assert link.types == () or set(link.types) & types.keys()
        for name in (*link.types,) if link.field else ():
            known = next(one for one in get_args(AnyEvent) if one.__name__ == name)
            assert link.field in known.model_fields or name == "CooperationOpened"
        assert link.relation is not Relation.TOGETHER
