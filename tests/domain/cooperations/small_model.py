"""What matters of a file's life, in a few switches: what chance does to the real one is held against it."""

from dataclasses import dataclass

from domain.cooperations.events.calls import (
    ApplicationDeclined,
    ApplicationResubmitted,
    CompletionAsked,
    CompletionReceived,
)
from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationPaused,
    CooperationReopened,
    CooperationResumed,
    PhaseEntered,
)
from domain.kernel.event import Event
from domain.kernel.values import ClosingOutcome, Phase

DECIDED_BY_MORE = {
    "AdvancePhase",
    "GoBack",
    "CloseCooperation",
    "SelectApplication",
    "DeclineApplication",
    "ResubmitApplication",
}
"""Steps that the switches may allow and a rule still refuse: a gate, a funnel, an outcome."""


@dataclass
class SmallModel:
    """A life as switches."""

    passes: int = 0
    phase: Phase = Phase.EXPLORATION
    asleep: bool = False
    asked: bool = False
    closed: bool = False
    completed: bool = False
    declined: bool = False
    incomplete: bool = False
    heard: tuple[Phase, bool] = (Phase.EXPLORATION, False)
    """What the file that waits for this one heard last."""

    def take(self, event: Event) -> None:
        """What an event changes."""
        match event:
            case PhaseEntered():
                self.passes += 1
                self.phase = event.phase
                assert event.pass_number == self.passes
            case CooperationPaused() | CooperationResumed():
                self.asleep = isinstance(event, CooperationPaused)
            case AbandonmentRequested() | AbandonmentWithdrawn():
                self.asked = isinstance(event, AbandonmentRequested)
            case AbandonmentSettled():
                self.asked, self.closed = False, event.settlement == "granted"
            case CooperationClosed():
                self.asleep, self.asked, self.closed = False, False, True
                self.completed = event.outcome is ClosingOutcome.COMPLETED
            case CooperationReopened():
                self.closed = self.completed = False
            case ApplicationDeclined() | ApplicationResubmitted():
                self.declined = isinstance(event, ApplicationDeclined)
            case CompletionAsked() | CompletionReceived():
                self.incomplete = isinstance(event, CompletionAsked)

    def may_follow(self, kind: str) -> bool:
        """Whether a step is possible now, as far as switches tell."""
        awake = not self.closed and not self.asleep
        free = awake and not self.asked and not self.declined
        following: dict[str, bool] = {
            "AdvancePhase": free,
            "GoBack": free,
            "PauseCooperation": free,
            "ResumeCooperation": self.asleep,
            "RequestAbandonment": awake and not self.asked,
            "WithdrawAbandonment": self.asked,
            "SettleAbandonment": self.asked,
            "CloseCooperation": not self.closed and not self.asked,
            "ReopenCooperation": self.closed,
            "SelectApplication": free,
            "DeclineApplication": free,
            "ResubmitApplication": awake and not self.asked and self.declined,
            "AskForCompletion": free and not self.incomplete,
            "ReceiveCompletion": not self.closed and self.incomplete,
        }
        return following[kind]
