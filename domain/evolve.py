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
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    AwaitedFileMoved,
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    CompletionAsked,
    CompletionReceived,
    ContactRecorded,
    ContributionRecorded,
    CooperationClosed,
    CooperationImported,
    CooperationOpened,
    CooperationPaused,
    CooperationReopened,
    CooperationResumed,
    CriterionJudged,
    DeadlineExtended,
    DeliverableDelivered,
    DeliveryReported,
    DeliverySettled,
    EntryCorrected,
    EvaluationRecorded,
    Event,
    ExperimentClosed,
    ExperimentStarted,
    FileAwaited,
    FileAwaitedBy,
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
    RulebookChanged,
    SheetEdited,
    SilenceCounted,
    SolutionRecorded,
    StakeholderAdded,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.events.recorded import Recorded
from domain.parts import RECEIVED, Application
from domain.state import Cooperation, FileEntry, Message
from domain.steps import change_abandonment, count_silence, extend, later_step, sleep, take_step
from domain.working import (
    change_application,
    change_awaiting,
    change_completions,
    change_experiments,
    judge,
)

_KEYS: Mapping[type[Event], str] = {
    kind: field
    for kind in get_args(FileEvent)
    for field in ("stakeholder", "kind", "occasion", "deliverable", "item", "experiment")
    if field in kind.model_fields
}
"""The field that says what an entry is about, for the types that have one."""

_RECORDS = frozenset(
    {
        ContactRecorded,
        ContributionRecorded,
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
            return take_step(state, recorded)
        case CooperationPaused() | CooperationResumed():
            return sleep(state, recorded)
        case AbandonmentRequested() | AbandonmentWithdrawn() | AbandonmentSettled():
            return change_abandonment(state, recorded)
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
            return extend(state, event, recorded.effective_at)
        case ApplicationSelected() | ApplicationDeclined() | ApplicationResubmitted():
            at = later_step(state, recorded.effective_at)
            return state.changed(application=change_application(state, event, recorded), last_step_at=at)
        case CompletionAsked() | CompletionReceived():
            at = later_step(state, recorded.effective_at)
            return state.changed(completions=change_completions(state, event, recorded), last_step_at=at)
        case ExperimentStarted() | ExperimentClosed():
            return state.changed(experiments=change_experiments(state, event, recorded.entry))
        case CriterionJudged():
            return state.changed(judgements=judge(state, event, recorded.entry))
        case FileAwaited() | FileAwaitedBy() | AwaitedFileMoved():
            return change_awaiting(state, event, recorded.entry)
        case SilenceCounted():
            return count_silence(state, event, recorded)
        case RulebookChanged(rulebook=rulebook, previous=previous, way=way):
            came = previous.partition("@")[0] if way == "relay" else state.relayed_from
            at = later_step(state, recorded.effective_at)
            left = (*state.left_rulebooks, (recorded.entry, previous))
            return state.changed(rulebook=rulebook, left_rulebooks=left, relayed_from=came, last_step_at=at)
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
        application=Application(event.call, RECEIVED, (), recorded.effective_at, 1) if event.call else None,
        last_step_at=recorded.effective_at,
    )


def _index(state: Cooperation, recorded: Recorded) -> Cooperation:
    """Every entry of the file can be pointed at; what stands alone in it needs no more than that."""
    event = recorded.event
    field = _KEYS.get(type(event))
    key = None if field is None else getattr(event, field)
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
