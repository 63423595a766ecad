"""``evolve``: a state and what happened next give the next state. Total and pure."""

from collections.abc import Iterable
from functools import reduce

from domain.cooperations.events.calls import (
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CompletionAsked,
    CompletionReceived,
)
from domain.cooperations.events.file import (
    AwaitedFileMoved,
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    ContributionRecorded,
    CooperationImported,
    CooperationOpened,
    FileAwaited,
    FileAwaitedBy,
    ManagersChanged,
    RulebookChanged,
    SheetEdited,
    StakeholderAdded,
    StakeholderChanged,
    StakeholderRetired,
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
from domain.cooperations.events.past import PastFundingRecorded, PastReviewRecorded
from domain.cooperations.events.record import (
    ContactRecorded,
    CriterionJudged,
    DeliverableDelivered,
    EntryCorrected,
    EvaluationRecorded,
    ExperimentClosed,
    ExperimentStarted,
    GateItemDeclared,
    GateItemWaived,
    LessonRecorded,
    ProblemRecorded,
    QuickWinRecorded,
    SolutionRecorded,
)
from domain.cooperations.events.told import FundingAnswered, FundingAsked, ReviewAnswered, ReviewAsked
from domain.cooperations.evolve.calls import change_application, change_completions
from domain.cooperations.evolve.collective import change_charter, change_commitments, change_stakeholders
from domain.cooperations.evolve.corrections import correct
from domain.cooperations.evolve.lifecycle import change_abandonment, count_silence, sleep, take_step
from domain.cooperations.evolve.record import change_experiments, judge
from domain.cooperations.evolve.told import change_awaiting, hear_of_funding, hear_of_review
from domain.cooperations.outcomes import WITH_OUTCOME, outcome_of_cooperation
from domain.cooperations.state import Application, Cooperation
from domain.files.act_events import (
    ActAnnounced,
    ActHeldBack,
    ActPerformed,
    ActRefused,
    ActReleased,
)
from domain.files.events import (
    DeadlineExtended,
    DeliveryReported,
    DeliverySettled,
    ReminderIssued,
    ReminderOvertaken,
    SilenceCounted,
)
from domain.files.fold import ended_so, extend, index, later_steps, remind
from domain.files.fold_acts import fold_acts
from domain.kernel.ids import id_of
from domain.kernel.recorded import Recorded
from domain.rulebook.calls import RECEIVED

_RECORDS = frozenset(
    {
        ContactRecorded,
        ContributionRecorded,
        DeliverableDelivered,
        EvaluationRecorded,
        GateItemDeclared,
        GateItemWaived,
        LessonRecorded,
        PastFundingRecorded,
        PastReviewRecorded,
        ProblemRecorded,
        QuickWinRecorded,
        SolutionRecorded,
    }
)
"""Most of what happens: entries that change nothing but the list of entries. Known at once, for speed."""

_GROUNDED = frozenset({PhaseEntered, CooperationClosed, GateItemDeclared, CharterSigned})
"""The types whose entries rest on others. Known at once, too."""


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
    state = _indexed(state, recorded) if type(event) in _GROUNDED else index(state, recorded)
    if type(event) in _RECORDS:
        return state
    if type(event) in WITH_OUTCOME:
        state = ended_so(state, outcome_of_cooperation(state, recorded))
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
            return remind(state, event, recorded)
        case SheetEdited():
            return _edited(state, event, recorded.effective_at)
        case ManagersChanged():
            return state.changed(managers=event.managers)
        case DeadlineExtended():
            return extend(state, event, recorded.effective_at)
        case ApplicationSelected() | ApplicationDeclined() | ApplicationResubmitted():
            steps = later_steps(state, recorded.effective_at)
            return state.changed(application=change_application(state, event, recorded), last_steps=steps)
        case CompletionAsked() | CompletionReceived():
            steps = later_steps(state, recorded.effective_at)
            return state.changed(completions=change_completions(state, event, recorded), last_steps=steps)
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
            steps = later_steps(state, recorded.effective_at)
            left = (*state.left_rulebooks, (recorded.entry, previous))
            return state.changed(rulebook=rulebook, left_rulebooks=left, relayed_from=came, last_steps=steps)
        case ReviewAsked() | ReviewAnswered():
            return state.changed(reviews=hear_of_review(state, event, recorded.entry))
        case FundingAsked() | FundingAnswered():
            return state.changed(fundings=hear_of_funding(state, event, recorded.entry))
        case EntryCorrected():
            return correct(state, event)
        case ActAnnounced() | ActPerformed() | ActRefused() | ActHeldBack() | ActReleased():
            return fold_acts(state, event, recorded)
        case CooperationImported():
            return state.changed(imported_at=event.at, outcomes=())
    return state


def _indexed(state: Cooperation, recorded: Recorded) -> Cooperation:
    """With an entry that rests on others: a passed gate, the evidence declared, the draft signed."""
    match recorded.event:
        case PhaseEntered(gate=gate) | CooperationClosed(gate=gate):
            return index(state, recorded, gate=gate)
        case GateItemDeclared(evidence=evidence):
            return index(state, recorded, basis=evidence)
        case CharterSigned(draft=draft):
            return index(state, recorded, basis=(draft,))
    return index(state, recorded)


def _edited(state: Cooperation, event: SheetEdited, at: str) -> Cooperation:
    changes = event.model_dump(exclude_none=True, exclude={"type", "territory"})
    if event.territory:
        changes |= {
            "territory": event.territory,
            "territories": (*state.territories, (at, event.territory)),
        }
    return state.changed(**changes)


def _opened(event: CooperationOpened, recorded: Recorded) -> Cooperation:
    return Cooperation(
        id=id_of(recorded.stream),
        entry=0,
        rulebook=event.rulebook,
        name=event.name,
        territory=event.territory,
        territories=((recorded.effective_at, event.territory),),
        region=event.region,
        object=event.object,
        cooperation_type=event.cooperation_type,
        economic_model=event.economic_model,
        origin=event.origin,
        relayed_from=event.relayed_from,
        managers=event.managers,
        application=Application(event.call, RECEIVED, (), recorded.effective_at, 1) if event.call else None,
        last_steps=(recorded.effective_at,),
    )
