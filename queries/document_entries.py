"""Which entries a whole document tells of decisions, reviews and fundings.

How the service keeps these together is not among them.
"""

ACTS = frozenset({"ActPerformed", "ActHeldBack", "ActReleased"})
"""What the service did by itself, and what people kept it from."""
DECISIONS = ACTS | frozenset(
    {
        "ApplicationSelected",
        "ApplicationDeclined",
        "ApplicationResubmitted",
        "CompletionAsked",
        "CompletionReceived",
        "GateItemWaived",
        "AbandonmentRequested",
        "AbandonmentWithdrawn",
        "AbandonmentSettled",
    }
)
OF_REVIEWS = frozenset(
    {
        "ReviewOpened",
        "MembersInvited",
        "MemberRecused",
        "MemberReplaced",
        "DossierRevised",
        "OpinionGiven",
        "OpinionConfirmed",
        "OpinionDelegated",
        "SilenceCounted",
        "ReviewConcluded",
        "ReviewDeferred",
        "ReviewCancelled",
        "ReviewCarriedOver",
    }
)
JUDGED = frozenset({"EligibilityAssessed"})
"""That a request was judged by the rules of eligibility."""
OF_FUNDINGS = ACTS | frozenset(
    {
        "DecisionAsked",
        "FundingRequested",
        *JUDGED,
        "FundingRevised",
        "FundingWithdrawn",
        "FundingGranted",
        "FundingDeclined",
        "FundingResubmitted",
        "AgreementPrepared",
        "AgreementSigned",
        "ConditionMet",
        "CoFundingConfirmed",
        "CitizenContributionRecorded",
        "AmendmentProposed",
        "AmendmentGranted",
        "AmendmentRefused",
        "AmendmentSigned",
        "AmendmentWithdrawn",
        "TrancheRequested",
        "TrancheApproved",
        "TrancheReturned",
        "PaymentOrdered",
        "PaymentConfirmed",
        "PaymentFailed",
        "RefundRecorded",
        "ReportSubmitted",
        "ReportReturned",
        "ReportAccepted",
        "FundsGivenBack",
        "FundsReclaimed",
        "FundingClosed",
    }
)
