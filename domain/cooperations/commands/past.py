"""Commands that tell, in a cooperation's history, what panels and funders decided before its file was kept here.

They are entries and nothing else: nobody is asked, reminded or paid for them, no gate is met and no envelope moves.
"""

from typing import Literal

from domain.cooperations.commands.base import RecordCommand
from domain.kernel.money import Cents
from domain.kernel.prose import ClearProse
from domain.kernel.values import Day, Label


class RecordPastReview(RecordCommand):
    """Record what a panel said of the cooperation in the past, outside this service."""

    type: Literal["RecordPastReview"]
    title: Label
    """What it was asked."""
    whom: Label
    """The panel, as it was called."""
    outcome: Literal["favourable", "favourable-with-conditions", "unfavourable", "deferred"]
    note: ClearProse | None = None


class RecordPastFunding(RecordCommand):
    """Record a funding of the past, decided and paid outside this service."""

    type: Literal["RecordPastFunding"]
    title: Label
    """The instrument, as it was called."""
    funder: Label
    outcome: Literal["granted", "refused", "deferred", "withdrawn"]
    asked_cents: Cents | None = None
    granted_cents: Cents | None = None
    paid_cents: Cents | None = None
    until: Day | None = None
    """The last day of its term."""
    note: ClearProse | None = None
