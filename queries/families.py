"""The families that entries of histories fall into, for those who look for some and not for others."""

from collections.abc import Mapping
from typing import Literal, get_args

Family = Literal["steps", "meetings", "reviews", "money", "collective", "notebook", "service"]
FAMILIES: tuple[Family, ...] = get_args(Family)

_BY_FAMILY: Mapping[Family, tuple[str, ...]] = {
    "steps": (
        "AbandonmentRequested",
        "AbandonmentSettled",
        "AbandonmentWithdrawn",
        "ActHeldBack",
        "ActPerformed",
        "ActReleased",
        "ApplicationDeclined",
        "ApplicationResubmitted",
        "ApplicationSelected",
        "CompletionAsked",
        "CompletionReceived",
        "CooperationClosed",
        "CooperationImported",
        "CooperationOpened",
        "CooperationPaused",
        "CooperationReopened",
        "CooperationResumed",
        "CriterionJudged",
        "DeadlineExtended",
        "DeliverableDelivered",
        "EntryCorrected",
        "FileAwaited",
        "GateItemDeclared",
        "GateItemWaived",
        "ManagersChanged",
        "PhaseEntered",
        "RulebookChanged",
        "SheetEdited",
    ),
    "meetings": ("ContactRecorded",),
    "reviews": (
        "DossierRevised",
        "InterestsDeclared",
        "MemberRecused",
        "MemberReplaced",
        "MembersInvited",
        "OpinionConfirmed",
        "OpinionDelegated",
        "OpinionGiven",
        "PastReviewRecorded",
        "ReviewCancelled",
        "ReviewCarriedOver",
        "ReviewConcluded",
        "ReviewDeferred",
        "ReviewOpened",
        "SilenceCounted",
    ),
    "money": (
        "AgreementPrepared",
        "AgreementSigned",
        "AmendmentGranted",
        "AmendmentProposed",
        "AmendmentRefused",
        "AmendmentSigned",
        "AmendmentWithdrawn",
        "CarriedOver",
        "CarryOverReceived",
        "CitizenContributionRecorded",
        "CoFundingConfirmed",
        "ConditionMet",
        "DecisionAsked",
        "EligibilityAssessed",
        "EnvelopeOpened",
        "EnvelopeToppedUp",
        "FundingClosed",
        "FundingDeclined",
        "FundingGranted",
        "FundingRequested",
        "FundingResubmitted",
        "FundingRevised",
        "FundingWithdrawn",
        "FundsConsumed",
        "FundsGivenBack",
        "FundsReclaimed",
        "FundsRefunded",
        "FundsReleased",
        "FundsReserved",
        "FundsRestored",
        "PastFundingRecorded",
        "PaymentCharged",
        "PaymentConfirmed",
        "PaymentFailed",
        "PaymentIssued",
        "PaymentOrdered",
        "PaymentUncharged",
        "RefundRecorded",
        "ReportAccepted",
        "ReportReturned",
        "ReportSubmitted",
        "TrancheApproved",
        "TrancheRequested",
        "TrancheReturned",
    ),
    "collective": (
        "CharterDrafted",
        "CharterSigned",
        "CommitmentRecorded",
        "ContributionRecorded",
        "StakeholderAdded",
        "StakeholderChanged",
        "StakeholderRetired",
    ),
    "notebook": (
        "EvaluationRecorded",
        "ExperimentClosed",
        "ExperimentStarted",
        "LessonRecorded",
        "ProblemRecorded",
        "QuickWinRecorded",
        "SolutionRecorded",
    ),
    "service": (
        "ActAnnounced",
        "ActRefused",
        "AwaitedFileMoved",
        "CharterHeard",
        "CooperationHeard",
        "DeliveryReported",
        "DeliverySettled",
        "FileAwaitedBy",
        "FundingAnswered",
        "FundingAsked",
        "ReminderIssued",
        "ReminderOvertaken",
        "ReviewAnswered",
        "ReviewAsked",
        "ReviewHeard",
    ),
}
"""The service's own: letters, and what files hear of one another, which each tells itself."""

BANK = frozenset({"BankDetailsConfirmed", "BankDetailsProposed", "BankDetailsRejected", "PaymentFileIssued"})
"""Of bank details and of files for the bank, which histories tell where they are asked for."""

_FAMILY_OF: Mapping[str, Family] = {
    kind: family for family, kinds in _BY_FAMILY.items() for kind in kinds
} | dict.fromkeys(BANK, "money")

DECISIONS = frozenset(
    {
        "AbandonmentSettled",
        "AmendmentGranted",
        "AmendmentRefused",
        "ApplicationDeclined",
        "ApplicationSelected",
        "CooperationClosed",
        "CooperationReopened",
        "FundingDeclined",
        "FundingGranted",
        "FundsReclaimed",
        "GateItemWaived",
        "PhaseEntered",
        "ReportAccepted",
        "ReviewConcluded",
        "ReviewDeferred",
        "RulebookChanged",
        "TrancheApproved",
    }
)
"""The kinds of entries by which somebody decided something."""


def family_of(kind: str) -> Family:
    """The family of a kind of entry (``ContactRecorded``)."""
    return _FAMILY_OF[kind]
