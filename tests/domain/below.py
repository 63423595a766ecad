"""A review and a funding of the tests' cooperation, and what they hear of it."""

from datetime import date
from typing import Any, Literal

from domain.cooperations.events.told import FundingAnswered, FundingAsked, ReviewAnswered, ReviewAsked
from domain.files.events import CooperationHeard
from domain.fundings.events.requests import FundingDeclined, FundingRequested, FundingWithdrawn
from domain.fundings.request import FundingRequest, Payee
from domain.kernel.event import Event
from domain.reviews.events import Invited, ReviewCancelled, ReviewOpened
from tests.domain.kit import Given
from tests.domain.rules import RULES
from tests.domain.sample_people import ELECTED, MANAGER, REGION
from tests.domain.vocabulary import WHY

PAIR = (MANAGER, ELECTED)
REVIEW, FUNDING = "review:avis", "funding:aide"


def opened_review(pass_number: int = 1, *members: Invited) -> ReviewOpened:
    """A question was put to a panel."""
    return ReviewOpened(
        cooperation="rives",
        name="Rives en commun",
        region=REGION,
        managers=PAIR,
        rulebook=RULES.id,
        pass_number=pass_number,
        question="avis",
        panel="jury",
        funding=None,
        amendment=None,
        members=members,
        documents=(),
        rests_on=2,
        note=None,
        resubmits=None,
        answers={},
    )


def requested() -> FundingRequested:
    """A funding was asked for."""
    payee = Payee(kind="association", name="Les Rives", identifier="W123456789")
    return FundingRequested(
        cooperation="rives",
        name="Rives en commun",
        region=REGION,
        managers=PAIR,
        rulebook=RULES.id,
        pass_number=1,
        request=FundingRequest(
            instrument="free",
            amount_cents=100,
            since=date(2026, 1, 1),
            until=date(2026, 12, 31),
            beneficiary=payee,
        ),
        note=None,
    )


ASKED = (
    ReviewAsked(review="avis", question="avis", funding=None, resubmits=None),
    FundingAsked(funding="aide", instrument="free"),
)
BELOW: dict[str, Given] = {REVIEW: (opened_review(),), FUNDING: (requested(),)}
REFUSED = FundingDeclined(
    decision="refused",
    body="board",
    dossier=1,
    review=None,
    points=("later",),
    reasons=WHY,
    would_change=WHY,
)


def answered(stage: Literal["granted", "refused", "withdrawn", "closed"]) -> FundingAnswered:
    """The cooperation heard what became of it."""
    cents = 100 if stage == "granted" else None
    return FundingAnswered(funding="aide", instrument="free", stage=stage, amount_cents=cents)


def heard(status: Any, managers: tuple[str, ...] = PAIR) -> CooperationHeard:
    """Where the cooperation stands now."""
    return CooperationHeard(status=status, managers=managers)


def ended(cause: Literal["went-back", "closed"]) -> tuple[Event, ...]:
    """The question fell, and the cooperation heard."""
    fallen = ReviewAnswered(review="avis", question="avis", outcome="cancelled")
    return ReviewCancelled(cause=cause, reason=None), fallen


FELL = (
    heard("closed"),
    heard("closed"),
    *ended("closed"),
    FundingWithdrawn(cause="closed", reason=None),
    answered("withdrawn"),
)
"""What an open review and an undecided funding come to when the file closes."""
