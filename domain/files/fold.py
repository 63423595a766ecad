"""What every file folds in the same way: its entries, its reminders, more time, sleep."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, get_args

from domain.cooperations.events.file import CharterSigned
from domain.cooperations.events.lifecycle import CooperationClosed, PhaseEntered
from domain.cooperations.events.record import GateItemDeclared
from domain.files.entries import FileEntry, GateItemHeld
from domain.files.events import (
    CooperationHeard,
    DeadlineExtended,
    DeliveryReported,
    DeliverySettled,
    ReminderIssued,
    ReminderOvertaken,
)
from domain.files.file import Extension, KeptFile, Message, Pause
from domain.fundings.state import Funding
from domain.kernel.event import Event
from domain.kernel.moments import surely_before
from domain.kernel.recorded import Recorded
from domain.registry.events import AnyEvent
from domain.reviews.state import Review

AFile = TypeVar("AFile", bound=KeptFile)
Beside = TypeVar("Beside", Review, Funding)

ReminderEvent = ReminderIssued | ReminderOvertaken | DeliveryReported | DeliverySettled

_SUBJECTS = (
    "stakeholder",
    "kind",
    "occasion",
    "deliverable",
    "item",
    "experiment",
    "review",
    "funding",
    "member",
    "tranche",
    "report",
    "condition",
    "amendment",
)
_KEYS: Mapping[type[Event], str] = {
    kind: field for kind in get_args(AnyEvent) for field in _SUBJECTS if field in kind.model_fields
}
"""The field that says what an entry is about, for the types that have one."""

_GROUNDED = frozenset({PhaseEntered, CooperationClosed, GateItemDeclared, CharterSigned})
"""The types that rest on other entries."""


def index(state: AFile, recorded: Recorded) -> AFile:
    """Every entry of the file can be pointed at; what stands alone in it needs no more than that."""
    event = recorded.event
    field = _KEYS.get(type(event))
    key = None if field is None else getattr(event, field)
    basis, gate = _grounds(event) if type(event) in _GROUNDED else ((), ())
    entry = FileEntry(
        recorded.entry, event.type, key, recorded.effective_at, state.pass_number, basis=basis, gate=gate
    )
    return state.changed(entry=recorded.entry, entries={**state.entries, recorded.entry: entry})


def _grounds(event: Event) -> tuple[tuple[int, ...], tuple[GateItemHeld, ...]]:
    """The entries and the gate that an entry rests on."""
    match event:
        case PhaseEntered() | CooperationClosed():
            return (), event.gate
        case GateItemDeclared():
            return event.evidence, ()
        case CharterSigned():
            return (event.draft,), ()
    return (), ()


def remind(state: AFile, event: ReminderEvent, recorded: Recorded) -> AFile:
    """The file after a claim, or after what became of its message."""
    match event:
        case ReminderIssued():
            about = (event.occurrence, event.rung, event.recipient)
            message = Message(*about, "queued", recorded.entry, recorded.command_id)
            done = _rung_done(state, event.occurrence, event.rung)
            return state.changed(rungs_done=done, messages={**state.messages, event.message: message})
        case ReminderOvertaken():
            return state.changed(rungs_done=_rung_done(state, event.occurrence, event.rung))
        case DeliveryReported():
            delivery: str = event.delivery
        case DeliverySettled():
            delivery = {"arrived": "sent", "resend": "queued", "drop": "dropped"}[event.decision]
    message = replace(state.messages[event.message], delivery=delivery)
    return state.changed(messages={**state.messages, event.message: message})


def extend(state: AFile, event: DeadlineExtended, at: str) -> AFile:
    """The file with more time for an occurrence."""
    granted = (*state.extensions.get(event.occurrence, ()), Extension(event.until, at))
    extensions = {**state.extensions, event.occurrence: granted}
    return state.changed(extensions=extensions, last_steps=later_steps(state, at))


def later_steps(state: KeptFile, at: str) -> tuple[str, ...]:
    """When the last step took effect: one known only to the year does not open the way back to January.

    Which of a day and an instant close to it came later depends on where the file lives: both are kept.
    """
    known = (*state.last_steps, at)
    return tuple(dict.fromkeys(one for one in known if not any(surely_before(one, other) for other in known)))


def woken(state: AFile, at: str) -> AFile:
    """The file awake, if it slept."""
    if not state.paused:
        return state
    return state.changed(pauses=(*state.pauses[:-1], replace(state.pauses[-1], until=at)))


def hear(state: Beside, event: CooperationHeard, at: str) -> Beside:
    """A review or a funding after its cooperation fell asleep, woke up or changed hands."""
    told: Beside = state.changed(heard=event.status, managers=event.managers)
    if event.status != "paused":
        return woken(told, at)
    return told if told.paused else told.changed(pauses=(*told.pauses, Pause(at)))


def _rung_done(state: KeptFile, occurrence: str, rung: str) -> dict[str, frozenset[str]]:
    done = state.rungs_done.get(occurrence, frozenset())
    return {**state.rungs_done, occurrence: done | {rung}}
