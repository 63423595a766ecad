"""What every file folds in the same way: its entries, its reminders, more time, sleep."""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from domain.files.acts import ActsSeen
from domain.files.entries import FileEntry, GateItemHeld
from domain.files.events import (
    CooperationHeard,
    DeadlineExtended,
    DeliveryReported,
    DeliverySettled,
    ReminderIssued,
    ReminderOvertaken,
)
from domain.files.file import AFile, Extension, KeptFile, Message, Pause
from domain.files.outcome import Outcome
from domain.files.related import RelatedFile
from domain.kernel.event import Event
from domain.kernel.ids import SERVICE
from domain.kernel.moments import surely_before
from domain.kernel.recorded import Recorded

ARelatedFile = TypeVar("ARelatedFile", bound=RelatedFile)

ReminderEvent = ReminderIssued | ReminderOvertaken | DeliveryReported | DeliverySettled

_SUBJECTS = (
    "amendment",
    "condition",
    "report",
    "tranche",
    "member",
    "funding",
    "review",
    "experiment",
    "item",
    "deliverable",
    "occasion",
    "kind",
    "stakeholder",
)
"""The fields that say what an entry is about, the closest first: an opinion is about its member, not its review."""


@cache
def key_field(kind: type[Event]) -> str | None:
    """The field that says what an entry of a type is about; None if it has none. Of several, the closest."""
    return next((field for field in _SUBJECTS if field in kind.model_fields), None)


def index(
    state: AFile, recorded: Recorded, *, basis: tuple[int, ...] = (), gate: tuple[GateItemHeld, ...] = ()
) -> AFile:
    """Every entry of the file can be pointed at, with the entries and the passed gate that it rests on, if any."""
    event = recorded.event
    field = key_field(type(event))
    key = None if field is None else getattr(event, field)
    entry = FileEntry(
        recorded.entry,
        event.type,
        key,
        recorded.effective_at,
        state.pass_number,
        basis=basis,
        gate=gate,
        by=recorded.actor,
        outdates=event.outdates,
    )
    entries = {**state.entries, recorded.entry: entry}
    return state.changed(entry=recorded.entry, entries=entries, acts=_counted(state.acts, recorded.actor))


def ended_so(state: AFile, outcome: Outcome | None) -> AFile:
    """The file with an outcome to tell, if there is one that those who asked did not bring about themselves."""
    if outcome is None or outcome.asked_by == (outcome.by,):
        return state
    return state.changed(outcomes=(*state.outcomes, outcome))


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


def hear(state: ARelatedFile, event: CooperationHeard, at: str) -> ARelatedFile:
    """The file after its cooperation fell asleep, woke up or changed hands."""
    told = state.changed(heard=event.status, managers=event.managers)
    if event.status != "paused":
        return woken(told, at)
    return told if told.paused else told.changed(pauses=(*told.pauses, Pause(at)))


def _counted(acts: ActsSeen, actor: str) -> ActsSeen:
    """What a person does about the file begins the count of acts in a row anew."""
    return replace(acts, in_a_row=0) if acts.in_a_row and actor != SERVICE else acts


def _rung_done(state: KeptFile, occurrence: str, rung: str) -> dict[str, frozenset[str]]:
    done = state.rungs_done.get(occurrence, frozenset())
    return {**state.rungs_done, occurrence: done | {rung}}
