"""Events that move a cooperation through its life."""

from typing import ClassVar, Literal

from domain.files.entries import GateItemHeld
from domain.kernel.event import Event
from domain.kernel.prose import Prose
from domain.kernel.values import ClosingOutcome, Day, Label, Phase, Settlement


class PhaseEntered(Event):
    """A numbered pass of a phase began: by opening, advancing, going back, reopening or migrating.

    ``gate`` is how the gate of the phase left was passed; empty unless advancing.
    """

    outdates = True

    type: Literal["PhaseEntered"] = "PhaseEntered"
    phase: Phase
    pass_number: int
    way: Literal["opened", "advanced", "back", "reopened", "migrated"]
    gate: tuple[GateItemHeld, ...] = ()
    reason: Prose | None = None


class CooperationPaused(Event):
    """The file sleeps, until a day if one is planned: nothing wakes it by itself."""

    version: ClassVar[int] = 2
    outdates = True

    type: Literal["CooperationPaused"] = "CooperationPaused"
    reason: Prose
    until: Day | None = None


class CooperationResumed(Event):
    """The file is awake again."""

    outdates = True

    type: Literal["CooperationResumed"] = "CooperationResumed"
    reason: Prose


class AbandonmentRequested(Event):
    """Somebody asked to abandon the cooperation."""

    outdates = True

    type: Literal["AbandonmentRequested"] = "AbandonmentRequested"
    reason: Prose


class AbandonmentWithdrawn(Event):
    """The request to abandon was taken back."""

    outdates = True

    type: Literal["AbandonmentWithdrawn"] = "AbandonmentWithdrawn"
    reason: Prose


class AbandonmentSettled(Event):
    """The request to abandon was granted or refused."""

    outdates = True

    type: Literal["AbandonmentSettled"] = "AbandonmentSettled"
    settlement: Settlement
    reason: Prose


class CooperationClosed(Event):
    """The file is closed. ``gate`` is how the last gate held, when completed."""

    outdates = True

    type: Literal["CooperationClosed"] = "CooperationClosed"
    outcome: ClosingOutcome
    handed_to: Label | None
    gate: tuple[GateItemHeld, ...] = ()
    reason: Prose


class CooperationReopened(Event):
    """A closed file lives again."""

    outdates = True

    type: Literal["CooperationReopened"] = "CooperationReopened"
    reason: Prose
