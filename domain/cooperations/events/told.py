"""What a cooperation hears of its reviews and fundings."""

from typing import Literal

from domain.kernel.event import Event
from domain.kernel.values import Key, Slug


class FundingAsked(Event):
    """In the cooperation's stream: a funding of it was asked for."""

    type: Literal["FundingAsked"] = "FundingAsked"
    funding: Slug
    instrument: Key


class FundingAnswered(Event):
    """In the cooperation's stream: what became of a funding."""

    outdates = True

    type: Literal["FundingAnswered"] = "FundingAnswered"
    funding: Slug
    instrument: Key
    stage: Literal["requested", "granted", "refused", "deferred", "withdrawn", "closed"]
    amount_cents: int | None


ReviewEnd = Literal["favourable", "favourable-with-conditions", "unfavourable", "deferred", "cancelled"]


class ReviewAsked(Event):
    """In the cooperation's stream: a review of it was opened."""

    type: Literal["ReviewAsked"] = "ReviewAsked"
    review: Slug
    question: Key
    funding: Slug | None
    resubmits: Slug | None


class ReviewAnswered(Event):
    """In the cooperation's stream: how a review ended."""

    outdates = True

    type: Literal["ReviewAnswered"] = "ReviewAnswered"
    review: Slug
    question: Key
    outcome: ReviewEnd
