"""Everything that can have happened, as frozen models; ``type`` and ``version`` tell them apart."""

from domain.events.base import Event
from domain.events.file import (
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    CooperationImported,
    CooperationOpened,
    ManagersChanged,
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
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
)
from domain.events.record import (
    ContactRecorded,
    DeliverableDelivered,
    EntryCorrected,
    EvaluationRecorded,
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
)

OrganisationEvent = FilesHandedOver | OrganisationFounded | PersonRegistered | RoleGranted | RoleRevoked
"""Events of the stream ``organisation``."""

FileEvent = (
    CharterDrafted
    | CharterSigned
    | CommitmentRecorded
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
)
"""Events of the streams ``cooperation:<id>``."""

AnyEvent = OrganisationEvent | FileEvent
"""Every event there is."""

__all__ = [
    "AbandonmentRequested",
    "AbandonmentSettled",
    "AbandonmentWithdrawn",
    "AnyEvent",
    "CharterDrafted",
    "CharterSigned",
    "CommitmentRecorded",
    "ContactRecorded",
    "CooperationClosed",
    "CooperationImported",
    "CooperationOpened",
    "CooperationPaused",
    "CooperationReopened",
    "CooperationResumed",
    "DeadlineExtended",
    "DeliverableDelivered",
    "DeliveryReported",
    "DeliverySettled",
    "EntryCorrected",
    "EvaluationRecorded",
    "Event",
    "FileEvent",
    "FilesHandedOver",
    "GateItemDeclared",
    "GateItemHeld",
    "GateItemWaived",
    "LessonRecorded",
    "ManagersChanged",
    "OrganisationEvent",
    "OrganisationFounded",
    "PersonRegistered",
    "PhaseEntered",
    "ProblemRecorded",
    "QuickWinRecorded",
    "ReminderIssued",
    "ReminderOvertaken",
    "RoleGranted",
    "RoleRevoked",
    "SheetEdited",
    "SolutionRecorded",
    "StakeholderAdded",
    "StakeholderChanged",
    "StakeholderRetired",
]
