"""What the steps of a life change in a file: phases, sleep, abandonment, more time, silence, closing."""

from dataclasses import replace

from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    AbandonmentSettled,
    CooperationClosed,
    CooperationPaused,
    CooperationReopened,
    PhaseEntered,
)
from domain.cooperations.evolve.calls import completed
from domain.cooperations.state import Abandonment, Closing, Cooperation, PhasePass
from domain.files.events import SilenceCounted
from domain.files.file import Pause
from domain.files.fold import later_steps, woken
from domain.kernel.recorded import Recorded
from domain.kernel.values import UNANSWERED, ClosingOutcome, Settlement


def take_step(state: Cooperation, recorded: Recorded) -> Cooperation:
    """The file in another pass, closed, or open again."""
    at = recorded.effective_at
    match recorded.event:
        case PhaseEntered(phase=phase, pass_number=number, way=way):
            left = tuple(replace(one, left_at=one.left_at or at) for one in state.passes)
            entered = PhasePass(number, phase, way, recorded.entry, at)
            entry = replace(state.entries[recorded.entry], pass_number=number)
            return state.changed(
                passes=(*left, entered),
                last_steps=later_steps(state, at),
                entries={**state.entries, recorded.entry: entry},
            )
        case CooperationClosed(outcome=outcome, handed_to=handed_to):
            return _close(state, Closing(outcome, at, handed_to))
        case CooperationReopened():
            return state.changed(closed=None, last_steps=later_steps(state, at))
    return state


def _close(state: Cooperation, closing: Closing) -> Cooperation:
    left = (*state.passes[:-1], replace(state.current, left_at=closing.at))
    awake = woken(state, closing.at)
    steps = later_steps(state, closing.at)
    return awake.changed(closed=closing, passes=left, abandonment=None, last_steps=steps)


def sleep(state: Cooperation, recorded: Recorded) -> Cooperation:
    """The file asleep, or awake again."""
    at = recorded.effective_at
    if isinstance(recorded.event, CooperationPaused):
        pause = Pause(at, planned=recorded.event.until)
        return state.changed(pauses=(*state.pauses, pause), last_steps=later_steps(state, at))
    return woken(state, at).changed(last_steps=later_steps(state, at))


def count_silence(state: Cooperation, event: SilenceCounted, recorded: Recorded) -> Cooperation:
    """What silence counted as; a gate item that it holds is held by the entry itself."""
    at = recorded.effective_at
    done = {**state.silences, event.occurrence: recorded.entry}
    state = state.changed(silences=done, last_steps=later_steps(state, at))
    match event.counts_as:
        case "granted":
            return _close(state, Closing(ClosingOutcome.ABANDONED, at, None))
        case "refused":
            return state.changed(abandonment=None)
        case "paused":
            return state.changed(pauses=(*state.pauses, Pause(at)))
        case "withdrawn" if state.completion_pending:
            return state.changed(completions=completed(state, at))
        case "withdrawn":
            application = state.application and replace(state.application, declined=(UNANSWERED,))
            return state.changed(application=application)
    return state


def change_abandonment(state: Cooperation, recorded: Recorded) -> Cooperation:
    """The file after its abandonment was asked for, taken back or settled."""
    at = recorded.effective_at
    match recorded.event:
        case AbandonmentRequested():
            request = Abandonment(recorded.entry, recorded.actor, at)
            return state.changed(abandonment=request, last_steps=later_steps(state, at))
        case AbandonmentSettled(settlement=Settlement.GRANTED):
            return _close(state, Closing(ClosingOutcome.ABANDONED, at, None))
    return state.changed(abandonment=None, last_steps=later_steps(state, at))
