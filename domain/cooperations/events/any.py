"""Every event of a cooperation."""

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
from domain.files.events import KeptEvent

CooperationEvent = (
    CharterDrafted
    | CharterSigned
    | CommitmentRecorded
    | ContributionRecorded
    | FileAwaited
    | FileAwaitedBy
    | AwaitedFileMoved
    | RulebookChanged
    | ApplicationSelected
    | ApplicationDeclined
    | ApplicationResubmitted
    | CompletionAsked
    | CompletionReceived
    | CooperationImported
    | CooperationOpened
    | ManagersChanged
    | SheetEdited
    | StakeholderAdded
    | StakeholderChanged
    | StakeholderRetired
    | ContactRecorded
    | DeliverableDelivered
    | EntryCorrected
    | EvaluationRecorded
    | CriterionJudged
    | ExperimentStarted
    | ExperimentClosed
    | GateItemDeclared
    | GateItemWaived
    | LessonRecorded
    | ProblemRecorded
    | QuickWinRecorded
    | PastReviewRecorded
    | PastFundingRecorded
    | SolutionRecorded
    | AbandonmentRequested
    | AbandonmentSettled
    | AbandonmentWithdrawn
    | CooperationClosed
    | CooperationPaused
    | CooperationReopened
    | CooperationResumed
    | PhaseEntered
    | ReviewAsked
    | ReviewAnswered
    | FundingAsked
    | FundingAnswered
    | KeptEvent
)
"""Events of the streams ``cooperation:<id>``."""
