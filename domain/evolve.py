"""``evolve``: a state and what happened next give the next state. Total and pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import get_args

from domain.collective import change_charter, change_commitments, change_stakeholders
from domain.corrections import correct
from domain.events import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    AnyEvent,
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    ContactRecorded,
    CooperationClosed,
    CooperationImported,
    CooperationOpened,
    CooperationPaused,
    CooperationReopened,
    CooperationResumed,
    DeadlineExtended,
    DeliverableDelivered,
    DeliveryReported,
    DeliverySettled,
    EntryCorrected,
    EvaluationRecorded,
    Event,
    FileEvent,
    GateItemDeclared,
    GateItemHeld,
    GateItemWaived,
    LessonRecorded,
    ManagersChanged,
    PhaseEntered,
    ProblemRecorded,
    QuickWinRecorded,
    ReminderIssued,
    ReminderOvertaken,
    SheetEdited,
    SolutionRecorded,
    StakeholderAdded,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.events.recorded import Recorded
from domain.moments import earliest
from domain.state import Abandonment, Closing, Cooperation, Extension, FileEntry, Message, Pause, PhasePass
from domain.values import ClosingOutcome, Settlement

_KEYS: Mapping[type[Event], str] = {
    kind: field
    for kind in get_args(FileEvent)
    for field in ("deliverable", "item", "stakeholder")
    if field in kind.model_fields
}
"""The field that says what an entry is about, for the types that have one."""

_RECORDS = frozenset(
    {
        ContactRecorded,
        DeliverableDelivered,
        EvaluationRecorded,
        GateItemDeclared,
        GateItemWaived,
        LessonRecorded,
        ProblemRecorded,
        QuickWinRecorded,
        SolutionRecorded,
    }
)
"""Most of what happens: entries that change nothing but the list of entries. Known at once, for speed."""

_GROUNDED = frozenset({PhaseEntered, CooperationClosed, GateItemDeclared, CharterSigned})
"""The types that rest on other entries."""


def fold(state: Cooperation | None, history: Iterable[Recorded]) -> Cooperation | None:
    """The state after a history."""
    return reduce(evolve, history, state)


def evolve(state: Cooperation | None, recorded: Recorded) -> Cooperation:
    """The file after one more event. Raises ValueError if the first event does not open it."""
    event = recorded.event
    if type(event) is CooperationOpened:
        state = _opened(event, recorded)
    elif state is None:
        raise ValueError(f"{recorded.stream} does not begin with its opening")
    state = _index(state, recorded)
    if type(event) in _RECORDS:
        return state
    match event:
        case PhaseEntered() | CooperationClosed() | CooperationReopened():
            return _step(state, recorded)
        case CooperationPaused() | CooperationResumed():
            return _sleep(state, recorded)
        case AbandonmentRequested() | AbandonmentWithdrawn() | AbandonmentSettled():
            return _abandonment(state, recorded)
        case StakeholderAdded() | StakeholderChanged() | StakeholderRetired():
            return state.changed(stakeholders=change_stakeholders(state, event, recorded.entry))
        case CommitmentRecorded():
            return state.changed(commitments=change_commitments(state, event, recorded.entry))
        case CharterDrafted() | CharterSigned():
            return state.changed(charter=change_charter(state, event, recorded.entry))
        case ReminderIssued() | ReminderOvertaken() | DeliveryReported() | DeliverySettled():
            return _reminders(state, event, recorded.entry)
        case SheetEdited():
            changes = event.model_dump(exclude_none=True, exclude={"type", "territory"})
            return state.changed(territory=event.territory or state.territory, **changes)
        case ManagersChanged():
            return state.changed(managers=event.managers)
        case DeadlineExtended():
            return _extend(state, event, recorded.effective_at)
        case EntryCorrected():
            return correct(state, event)
        case CooperationImported():
            return state.changed(imported_at=event.at)
    return state


def _opened(event: CooperationOpened, recorded: Recorded) -> Cooperation:
    return Cooperation(
        id=recorded.stream.partition(":")[2],
        entry=0,
        rulebook=event.rulebook,
        name=event.name,
        territory=event.territory,
        region=event.region,
        object=event.object,
        cooperation_type=event.cooperation_type,
        economic_model=event.economic_model,
        origin=event.origin,
        relayed_from=event.relayed_from,
        managers=event.managers,
        last_step_at=recorded.effective_at,
    )


def _index(state: Cooperation, recorded: Recorded) -> Cooperation:
    """Every entry of the file can be pointed at; what stands alone in it needs no more than that."""
    event = recorded.event
    field = _KEYS.get(type(event))
    key = None if field is None else str(getattr(event, field))
    basis, gate = _grounds(event) if type(event) in _GROUNDED else ((), ())
    number = state.passes[-1].number if state.passes else 1
    entry = FileEntry(recorded.entry, event.type, key, recorded.effective_at, number, basis=basis, gate=gate)
    return state.changed(entry=recorded.entry, entries={**state.entries, recorded.entry: entry})


def _grounds(event: AnyEvent) -> tuple[tuple[int, ...], tuple[GateItemHeld, ...]]:
    """The entries and the gate that an entry rests on."""
    match event:
        case PhaseEntered() | CooperationClosed():
            return (), event.gate
        case GateItemDeclared():
            return event.evidence, ()
        case CharterSigned():
            return (event.draft,), ()
    return (), ()


def _step(state: Cooperation, recorded: Recorded) -> Cooperation:
    at = recorded.effective_at
    match recorded.event:
        case PhaseEntered(phase=phase, pass_number=number, way=way):
            left = tuple(replace(one, left_at=one.left_at or at) for one in state.passes)
            entered = PhasePass(number, phase, way, recorded.entry, at)
            entry = replace(state.entries[recorded.entry], pass_number=number)
            return state.changed(
                passes=(*left, entered),
                last_step_at=_later_step(state, at),
                entries={**state.entries, recorded.entry: entry},
            )
        case CooperationClosed(outcome=outcome, handed_to=handed_to):
            return _close(state, Closing(outcome, at, handed_to))
        case CooperationReopened():
            return state.changed(closed=None, last_step_at=_later_step(state, at))
    return state


def _close(state: Cooperation, closing: Closing) -> Cooperation:
    left = (*state.passes[:-1], replace(state.current, left_at=closing.at))
    woken = _woken(state, closing.at)
    at = _later_step(state, closing.at)
    return woken.changed(closed=closing, passes=left, abandonment=None, last_step_at=at)


def _extend(state: Cooperation, event: DeadlineExtended, at: str) -> Cooperation:
    granted = (*state.extensions.get(event.occurrence, ()), Extension(event.until, at))
    extensions = {**state.extensions, event.occurrence: granted}
    return state.changed(extensions=extensions, last_step_at=_later_step(state, at))


def _later_step(state: Cooperation, at: str) -> str:
    """When the last step took effect: one known only to the year does not open the way back to January."""
    return max(state.last_step_at, at, key=earliest)


def _sleep(state: Cooperation, recorded: Recorded) -> Cooperation:
    at = recorded.effective_at
    if isinstance(recorded.event, CooperationPaused):
        return state.changed(pauses=(*state.pauses, Pause(at)), last_step_at=_later_step(state, at))
    return _woken(state, at).changed(last_step_at=_later_step(state, at))


def _woken(state: Cooperation, at: str) -> Cooperation:
    if not state.paused:
        return state
    return state.changed(pauses=(*state.pauses[:-1], replace(state.pauses[-1], until=at)))


def _abandonment(state: Cooperation, recorded: Recorded) -> Cooperation:
    at = recorded.effective_at
    match recorded.event:
        case AbandonmentRequested():
            request = Abandonment(recorded.entry, recorded.actor, at)
            return state.changed(abandonment=request, last_step_at=_later_step(state, at))
        case AbandonmentSettled(settlement=Settlement.GRANTED):
            return _close(state, Closing(ClosingOutcome.ABANDONED, at, None))
    return state.changed(abandonment=None, last_step_at=_later_step(state, at))


def _reminders(
    state: Cooperation,
    event: ReminderIssued | ReminderOvertaken | DeliveryReported | DeliverySettled,
    entry: int,
) -> Cooperation:
    match event:
        case ReminderIssued():
            message = Message(event.occurrence, event.rung, event.recipient, "queued", entry)
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


def _rung_done(state: Cooperation, occurrence: str, rung: str) -> dict[str, frozenset[str]]:
    done = state.rungs_done.get(occurrence, frozenset())
    return {**state.rungs_done, occurrence: done | {rung}}
