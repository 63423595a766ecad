"""What a cooperation hears of its reviews and fundings; all events of one."""

from typing import Literal

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
from domain.files.events import (
    DeadlineExtended,
    DeliveryReported,
    DeliverySettled,
    ReminderIssued,
    ReminderOvertaken,
    SilenceCounted,
)
from domain.kernel.event import Event
from domain.kernel.values import Key, Slug


class FundingAsked(Event):
    """In the cooperation's stream: a funding of it was asked for."""

    type: Literal["FundingAsked"] = "FundingAsked"
    funding: Slug
    instrument: Key


class FundingAnswered(Event):
    """In the cooperation's stream: what became of a funding."""

    type: Literal["FundingAnswered"] = "FundingAnswered"
    funding: Slug
    instrument: Key
    stage: Literal["requested", "granted", "refused", "deferred", "withdrawn", "closed"]
    amount_cents: int | None


ReviewEnd = Literal["favourable", "favourable-with-conditions", "unfavourable", "deferred", "cancelled"]


class ReviewAsked(Event):
    """In the cooperation's stream: a review of it was opened."""

    type: Literal["ReviewAsked"] = "ReviewAsked"
    review: Slug
    question: Key
    funding: Slug | None
    resubmits: Slug | None


class ReviewAnswered(Event):
    """In the cooperation's stream: how a review ended."""

    type: Literal["ReviewAnswered"] = "ReviewAnswered"
    review: Slug
    question: Key
    outcome: ReviewEnd


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
