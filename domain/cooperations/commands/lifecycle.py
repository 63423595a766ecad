"""Commands that move a cooperation through its life."""

from typing import Literal

from domain.cooperations.commands.base import FileCommand
from domain.kernel.prose import ClearProse
from domain.kernel.values import ClosingOutcome, Day, Key, Label, Phase, RulebookId, Settlement


class AdvancePhase(FileCommand):
    """Pass the gate of the present phase and enter the next one."""

    told_to_waiting_files = True

    type: Literal["AdvancePhase"]
    to: Phase
    """The phase to enter: the next one, named so that nobody advances twice."""
    reason: ClearProse | None = None


class GoBack(FileCommand):
    """Return to an earlier phase: a new numbered pass begins, the earlier one stays as it was."""

    told_to_reviews_and_fundings = True
    told_to_waiting_files = True

    type: Literal["GoBack"]
    to: Phase
    reviews: Literal["cancel", "carry-over"] = "cancel"
    """What becomes of the reviews of this pass that are still open."""
    reason: ClearProse


class ExtendDeadline(FileCommand):
    """Give a deadline of the present phase more time, until a day."""

    type: Literal["ExtendDeadline"]
    deadline: Key
    until: Day
    reason: ClearProse


class PauseCooperation(FileCommand):
    """Let the file sleep: no reminder, and its deadlines move by the length of the pause."""

    not_while = frozenset({"abandonment-requested", "declined"})
    told_to_reviews_and_fundings = True

    type: Literal["PauseCooperation"]
    reason: ClearProse
    until: Day | None = None
    """The day on which it is planned to end; those whom the rulebook names are reminded of it."""


class ResumeCooperation(FileCommand):
    """Wake the file up."""

    not_while = frozenset()
    told_to_reviews_and_fundings = True

    type: Literal["ResumeCooperation"]
    reason: ClearProse


class RequestAbandonment(FileCommand):
    """Ask to abandon the cooperation; somebody else settles it. Until then no reminder goes out."""

    not_while = frozenset({"paused"})
    told_to_reviews_and_fundings = True

    type: Literal["RequestAbandonment"]
    reason: ClearProse


class WithdrawAbandonment(FileCommand):
    """Take the request to abandon back."""

    not_while = frozenset()
    told_to_reviews_and_fundings = True

    type: Literal["WithdrawAbandonment"]
    reason: ClearProse


class SettleAbandonment(FileCommand):
    """Grant or refuse the request to abandon; granted, the file closes."""

    not_while = frozenset()
    told_to_reviews_and_fundings = True

    type: Literal["SettleAbandonment"]
    settlement: Settlement
    reason: ClearProse


class CloseCooperation(FileCommand):
    """Close the file: completed, or handed over to a local body. Abandoning is asked and settled instead."""

    not_while = frozenset({"abandonment-requested"})
    told_to_reviews_and_fundings = True
    told_to_waiting_files = True

    type: Literal["CloseCooperation"]
    outcome: ClosingOutcome
    handed_to: Label | None = None
    """The local body, when handed over."""
    reason: ClearProse


class ReopenCooperation(FileCommand):
    """Open a closed file again, in a new pass of the phase it was in."""

    also_when_closed = True
    not_while = frozenset()
    told_to_reviews_and_fundings = True
    told_to_waiting_files = True

    type: Literal["ReopenCooperation"]
    reason: ClearProse


class MigrateCooperation(FileCommand):
    """Move a file to another version of its rulebook, or to the programme that takes its own over (relay).

    The history stays under the versions it was written in; from now on the new rules hold.
    """

    not_while = frozenset()
    told_to_waiting_files = True

    type: Literal["MigrateCooperation"]
    to: RulebookId
    phase: Phase | None = None
    """The phase to go on in, where the new rulebook does not use the present one."""
    reason: ClearProse
