"""Everything that can have happened, as frozen models; ``type`` and ``version`` tell them apart."""

from domain.events.base import Event
from domain.events.calls import (
    ApplicationDeclined,
    ApplicationResubmitted,
    ApplicationSelected,
    CompletionAsked,
    CompletionReceived,
)
from domain.events.envelopes import EnvelopeEvent
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
from domain.events.fundings import CourseEvent, FundingAnswered, FundingAsked
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
    PersonChanged,
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
    RulebookAdopted,
    RulebookPublished,
)
from domain.events.payments import AccountEvent, PaymentEvent, PaymentFileIssued, PaymentReferenceTaken
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
from domain.events.reviews import CooperationHeard, ReviewAnswered, ReviewAsked, ReviewEvent

OrganisationEvent = (
    FilesHandedOver
    | OrganisationFounded
    | OutageRecorded
    | PersonRegistered
    | PersonChanged
    | RoleGranted
    | RoleRevoked
    | RulebookPublished
    | RulebookAdopted
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
    | ReviewAsked
    | ReviewAnswered
    | FundingAsked
    | FundingAnswered
)
"""Events of the streams ``cooperation:<id>``."""

KeptEvent = (
    DeadlineExtended
    | DeliveryReported
    | DeliverySettled
    | ReminderIssued
    | ReminderOvertaken
    | SilenceCounted
)
"""Events of every file, be it a cooperation, a review or a funding: deadlines, reminders, silence."""

FundingEvent = CourseEvent | PaymentEvent | CooperationHeard
"""Events of the streams ``funding:<id>``, besides those of every file."""

AnyEvent = (
    OrganisationEvent
    | FileEvent
    | ReviewEvent
    | FundingEvent
    | EnvelopeEvent
    | AccountEvent
    | PaymentFileIssued
    | PaymentReferenceTaken
)
"""Every event there is."""

__all__ = [
    "AbandonmentRequested",
    "AbandonmentSettled",
    "AbandonmentWithdrawn",
    "AccountEvent",
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
    "CooperationHeard",
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
    "EnvelopeEvent",
    "EvaluationRecorded",
    "Event",
    "ExperimentClosed",
    "ExperimentStarted",
    "FileAwaited",
    "FileAwaitedBy",
    "FileEvent",
    "FilesHandedOver",
    "FundingAnswered",
    "FundingAsked",
    "FundingEvent",
    "GateItemDeclared",
    "GateItemHeld",
    "GateItemWaived",
    "KeptEvent",
    "LessonRecorded",
    "ManagersChanged",
    "OrganisationEvent",
    "OrganisationFounded",
    "OutageRecorded",
    "PaymentFileIssued",
    "PaymentReferenceTaken",
    "PersonChanged",
    "PersonRegistered",
    "PhaseEntered",
    "ProblemRecorded",
    "QuickWinRecorded",
    "ReminderIssued",
    "ReminderOvertaken",
    "ReviewAnswered",
    "ReviewAsked",
    "ReviewEvent",
    "RoleGranted",
    "RoleRevoked",
    "RulebookAdopted",
    "RulebookChanged",
    "RulebookPublished",
    "SheetEdited",
    "SilenceCounted",
    "SolutionRecorded",
    "StakeholderAdded",
    "StakeholderChanged",
    "StakeholderRetired",
]
