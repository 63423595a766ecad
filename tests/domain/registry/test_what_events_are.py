"""What each event says of itself: the table is written by hand, and every event there is stands in it."""

from typing import get_args

from domain.kernel.event import Event
from domain.registry.events import AnyEvent

OUTDATES = {
    *("PhaseEntered", "CooperationPaused", "CooperationResumed", "CooperationClosed", "CooperationReopened"),
    *(
        "AbandonmentRequested",
        "AbandonmentWithdrawn",
        "AbandonmentSettled",
        "RulebookChanged",
        "SilenceCounted",
    ),
    *("ApplicationSelected", "ApplicationDeclined", "ApplicationResubmitted"),
    *(
        "CompletionAsked",
        "CompletionReceived",
        "DeadlineExtended",
        "CooperationHeard",
        "ActHeldBack",
        "ActReleased",
    ),
    *("SheetEdited", "ManagersChanged", "CharterSigned", "EntryCorrected"),
    *("GateItemDeclared", "GateItemWaived", "CriterionJudged", "ReviewAnswered", "FundingAnswered"),
    *(
        "DossierRevised",
        "ReviewConcluded",
        "ReviewDeferred",
        "ReviewCancelled",
        "ReviewCarriedOver",
        "ReviewHeard",
    ),
    *("FundingRevised", "FundingWithdrawn", "FundingResubmitted", "FundingGranted", "FundingDeclined"),
    *(
        "DecisionAsked",
        "AgreementPrepared",
        "AgreementSigned",
        "FundsGivenBack",
        "FundsReclaimed",
        "FundingClosed",
    ),
    *("AmendmentProposed", "AmendmentGranted", "AmendmentRefused", "AmendmentSigned", "AmendmentWithdrawn"),
    *("TrancheRequested", "TrancheApproved", "TrancheReturned", "ReportReturned", "ReportAccepted"),
    *("PaymentOrdered", "PaymentIssued", "PaymentConfirmed", "PaymentFailed", "RefundRecorded"),
}
"""Steps, decisions, changes of a dossier, agreements, corrections: whoever acts on what was before looks again."""
DOES_NOT = {
    "RegionNamed",
    *(
        "OrganisationFounded",
        "PersonRegistered",
        "PersonChanged",
        "RoleGranted",
        "RoleRevoked",
        "FilesHandedOver",
    ),
    *("RulebookPublished", "RulebookAdopted", "OutageRecorded"),
    *("CooperationImported", "CooperationOpened", "ReviewOpened", "FundingRequested", "EligibilityAssessed"),
    *(
        "StakeholderAdded",
        "StakeholderChanged",
        "StakeholderRetired",
        "CommitmentRecorded",
        "ContributionRecorded",
    ),
    *("CharterDrafted", "CharterHeard", "FileAwaited", "FileAwaitedBy", "AwaitedFileMoved", "FundingAsked"),
    *("ReviewAsked", "ContactRecorded", "DeliverableDelivered", "ExperimentStarted", "ExperimentClosed"),
    *("QuickWinRecorded", "LessonRecorded", "ProblemRecorded", "SolutionRecorded", "EvaluationRecorded"),
    *("PastReviewRecorded", "PastFundingRecorded"),
    *("ActAnnounced", "ActPerformed", "ActRefused", "ReminderIssued", "ReminderOvertaken"),
    *("DeliveryReported", "DeliverySettled"),
    *("MembersInvited", "InterestsDeclared", "MemberRecused", "OpinionGiven", "OpinionConfirmed"),
    *("OpinionDelegated", "MemberReplaced", "ReportSubmitted", "ConditionMet", "CoFundingConfirmed"),
    *("CitizenContributionRecorded", "PaymentFileIssued", "PaymentReferenceTaken"),
    *("BankDetailsProposed", "BankDetailsConfirmed", "BankDetailsRejected"),
    *(
        "EnvelopeOpened",
        "EnvelopeToppedUp",
        "CarriedOver",
        "CarryOverReceived",
        "FundsReserved",
        "FundsReleased",
    ),
    *("FundsConsumed", "FundsRestored", "FundsRefunded", "PaymentCharged", "PaymentUncharged"),
}
"""What is noted, said to a panel, reminded of, or no matter of a file."""


def test_every_event_says_whether_it_outdates_what_was_seen_before() -> None:
    """Two on one file: the one hears of it before theirs is recorded, or does not need to."""
    every: tuple[type[Event], ...] = get_args(AnyEvent)
    assert {one.__name__ for one in every if one.outdates} == OUTDATES
    assert {one.__name__ for one in every if not one.outdates} == DOES_NOT
