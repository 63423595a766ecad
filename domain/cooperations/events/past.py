"""Events that tell what panels and funders decided before a cooperation's file was kept here."""

from datetime import date
from typing import Literal

from domain.kernel.event import Event
from domain.kernel.money import Cents
from domain.kernel.prose import Prose
from domain.kernel.values import Label


class PastReviewRecorded(Event):
    """A panel said something of the cooperation, outside this service."""

    type: Literal["PastReviewRecorded"] = "PastReviewRecorded"
    title: Label
    whom: Label
    outcome: Literal["favourable", "favourable-with-conditions", "unfavourable", "deferred"]
    note: Prose | None


class PastFundingRecorded(Event):
    """The cooperation was funded, or not, outside this service: it is in no envelope of today."""

    type: Literal["PastFundingRecorded"] = "PastFundingRecorded"
    title: Label
    funder: Label
    outcome: Literal["granted", "refused", "deferred", "withdrawn"]
    asked_cents: Cents | None
    granted_cents: Cents | None
    paid_cents: Cents | None
    until: date | None
    note: Prose | None
