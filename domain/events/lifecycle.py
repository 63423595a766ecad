"""Events that move a cooperation through its life."""

from datetime import date
from typing import Literal

from domain.events.base import Event
from domain.model import Model
from domain.prose import Prose
from domain.values import ClosingOutcome, Entry, Key, Label, Phase, Settlement


class GateItemHeld(Model):
    """One item of a gate when it was passed: how it held, and the entries that it rests on."""

    item: Key
    held: Literal["met", "waived"]
    entries: tuple[Entry, ...]


class PhaseEntered(Event):
    """A numbered pass of a phase began: by opening, advancing, going back, reopening or migrating.

    ``gate`` is how the gate of the phase left was passed; empty unless advancing.
    """

    type: Literal["PhaseEntered"] = "PhaseEntered"
    phase: Phase
    pass_number: int
    way: Literal["opened", "advanced", "back", "reopened", "migrated"]
    gate: tuple[GateItemHeld, ...] = ()
    reason: Prose | None = None


class DeadlineExtended(Event):
    """An occurrence of a deadline has time until ``until`` (last day)."""

    type: Literal["DeadlineExtended"] = "DeadlineExtended"
    deadline: Key
    occurrence: str
    until: date
    reason: Prose


class CooperationPaused(Event):
    """The file sleeps."""

    type: Literal["CooperationPaused"] = "CooperationPaused"
    reason: Prose


class CooperationResumed(Event):
    """The file is awake again."""

    type: Literal["CooperationResumed"] = "CooperationResumed"
    reason: Prose


class AbandonmentRequested(Event):
    """Somebody asked to abandon the cooperation."""

    type: Literal["AbandonmentRequested"] = "AbandonmentRequested"
    reason: Prose


class AbandonmentWithdrawn(Event):
    """The request to abandon was taken back."""

    type: Literal["AbandonmentWithdrawn"] = "AbandonmentWithdrawn"
    reason: Prose


class AbandonmentSettled(Event):
    """The request to abandon was granted or refused."""

    type: Literal["AbandonmentSettled"] = "AbandonmentSettled"
    settlement: Settlement
    reason: Prose


class CooperationClosed(Event):
    """The file is closed. ``gate`` is how the last gate held, when completed."""

    type: Literal["CooperationClosed"] = "CooperationClosed"
    outcome: ClosingOutcome
    handed_to: Label | None
    gate: tuple[GateItemHeld, ...] = ()
    reason: Prose


class CooperationReopened(Event):
    """A closed file lives again."""

    type: Literal["CooperationReopened"] = "CooperationReopened"
    reason: Prose
