"""Commands about acts: the service announces and does them; people hold them back and release them."""

from typing import Literal

from domain.kernel.prose import ClearProse
from domain.kernel.values import Day, Key
from domain.reminders.commands import KeptCommand, Occurrence


class ActCommand(KeptCommand):
    """A command about an act of a cooperation or a funding."""

    act: Key
    """The act, as the rulebook names it."""


class AnnounceAct(ActCommand):
    """Say that an act will be done after its delay, now that what it waits for has come."""

    by_the_service = "only"

    type: Literal["AnnounceAct"]
    occurrence: Occurrence


class PerformAct(ActCommand):
    """Do what the rulebook prescribes, now that it is due; or record why the rules do not let it be done."""

    by_the_service = "only"
    told_to_reviews_and_fundings = True

    type: Literal["PerformAct"]
    occurrence: Occurrence


class HoldBackAct(ActCommand):
    """Keep the service from doing an act by itself, until after a day or until it is released."""

    type: Literal["HoldBackAct"]
    until: Day | None = None
    """The last day (inclusive) on which it is not done; until it is released, if missing."""
    reason: ClearProse


class ReleaseAct(ActCommand):
    """Let the service do an act again that was held back."""

    type: Literal["ReleaseAct"]
    reason: ClearProse


AnyActCommand = AnnounceAct | PerformAct | HoldBackAct | ReleaseAct
"""Commands about the acts of a cooperation or a funding."""
