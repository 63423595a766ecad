"""Everything that can have happened, as frozen models; ``type`` and ``version`` tell them apart."""

from domain.bank.events import AccountEvent, PaymentReferenceTaken
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
from domain.cooperations.events.told import (
    FileEvent,
    FundingAnswered,
    FundingAsked,
    ReviewAnswered,
    ReviewAsked,
)
from domain.envelopes.events import EnvelopeEvent
from domain.files.entries import GateItemHeld
from domain.files.events import (
    CooperationHeard,
    DeadlineExtended,
    DeliveryReported,
    DeliverySettled,
    KeptEvent,
    ReminderIssued,
    ReminderOvertaken,
    SilenceCounted,
)
from domain.fundings.events.payments import PaymentEvent, PaymentFileIssued
from domain.fundings.events.requests import CourseEvent
from domain.kernel.event import Event
from domain.people.events import (
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
from domain.reviews.events import ReviewEvent

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
