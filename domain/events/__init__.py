"""Everything that can have happened, as frozen models; ``type`` and ``version`` tell them apart."""

from domain.events.base import Event
from domain.events.calls import (
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CompletionAsked,
    CompletionReceived,
)
from domain.events.file import (
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
from domain.events.lifecycle import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationPaused,
    CooperationReopened,
    CooperationResumed,
    DeadlineExtended,
    GateItemHeld,
    PhaseEntered,
)
from domain.events.organisation import (
    FilesHandedOver,
    OrganisationFounded,
    OutageRecorded,
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
    RulebookPublished,
)
from domain.events.record import (
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
from domain.events.reminders import (
    DeliveryReported,
    DeliverySettled,
    ReminderIssued,
    ReminderOvertaken,
    SilenceCounted,
)

OrganisationEvent = (
    FilesHandedOver
    | OrganisationFounded
    | OutageRecorded
    | PersonRegistered
    | RoleGranted
    | RoleRevoked
    | RulebookPublished
)
"""Events of the stream ``organisation``."""

FileEvent = (
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
    | SolutionRecorded
    | AbandonmentRequested
    | AbandonmentSettled
    | AbandonmentWithdrawn
    | CooperationClosed
    | CooperationPaused
    | CooperationReopened
    | CooperationResumed
    | DeadlineExtended
    | PhaseEntered
    | DeliveryReported
    | DeliverySettled
    | ReminderIssued
    | ReminderOvertaken
    | SilenceCounted
)
"""Events of the streams ``cooperation:<id>``."""

AnyEvent = OrganisationEvent | FileEvent
"""Every event there is."""

__all__ = [
    "AbandonmentRequested",
    "AbandonmentSettled",
    "AbandonmentWithdrawn",
    "AnyEvent",
    "ApplicationDeclined",
    "ApplicationResubmitted",
    "ApplicationSelected",
    "AwaitedFileMoved",
    "CharterDrafted",
    "CharterSigned",
    "CommitmentRecorded",
    "CompletionAsked",
    "CompletionReceived",
    "ContactRecorded",
    "ContributionRecorded",
    "CooperationClosed",
    "CooperationImported",
    "CooperationOpened",
    "CooperationPaused",
    "CooperationReopened",
    "CooperationResumed",
    "CriterionJudged",
    "DeadlineExtended",
    "DeliverableDelivered",
    "DeliveryReported",
    "DeliverySettled",
    "EntryCorrected",
    "EvaluationRecorded",
    "Event",
    "ExperimentClosed",
    "ExperimentStarted",
    "FileAwaited",
    "FileAwaitedBy",
    "FileEvent",
    "FilesHandedOver",
    "GateItemDeclared",
    "GateItemHeld",
    "GateItemWaived",
    "LessonRecorded",
    "ManagersChanged",
    "OrganisationEvent",
    "OrganisationFounded",
    "OutageRecorded",
    "PersonRegistered",
    "PhaseEntered",
    "ProblemRecorded",
    "QuickWinRecorded",
    "ReminderIssued",
    "ReminderOvertaken",
    "RoleGranted",
    "RoleRevoked",
    "RulebookChanged",
    "RulebookPublished",
    "SheetEdited",
    "SilenceCounted",
    "SolutionRecorded",
    "StakeholderAdded",
    "StakeholderChanged",
    "StakeholderRetired",
]
