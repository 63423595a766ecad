"""Which kinds of entries may change which aspect of a cooperation's sheet."""

from collections.abc import Mapping

_OPENED = ("CooperationOpened", "SheetEdited")
_MOVED = ("RulebookChanged",)
_ON_ITS_WAY = (
    "PhaseEntered",
    "CooperationPaused",
    "CooperationResumed",
    "CooperationClosed",
    "CooperationReopened",
    "AbandonmentRequested",
    "AbandonmentWithdrawn",
    "AbandonmentSettled",
    "ApplicationDeclined",
    "ApplicationResubmitted",
    "ApplicationSelected",
)
_ASKED_FOR = ("FundingRequested", "FundingResubmitted", "FundingRevised", "PastFundingRecorded")
_GRANTED = ("FundingGranted", "AmendmentGranted", "AmendmentSigned", "PastFundingRecorded")
_BACK = ("FundsReclaimed", "FundsRefunded", "RefundRecorded", "PastFundingRecorded")
_OF_PAYMENTS = ("PaymentOrdered", "PaymentIssued", "PaymentConfirmed", "PaymentFailed", "PastFundingRecorded")
_ENDS_A_FUNDING = ("FundingClosed", "FundingWithdrawn", "FundingDeclined")
_OF_THE_COLLECTIVE = ("StakeholderAdded", "StakeholderChanged", "StakeholderRetired")

CHANGED_BY: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("name", "object", "territory", "cooperation_type", "economic_model", "origin"), frozenset(_OPENED)
    ),
    "rulebook": frozenset((*_OPENED, *_MOVED)),
    "managers": frozenset((*_OPENED, "ManagersChanged")),
    "status": frozenset((*_OPENED, *_ON_ITS_WAY)),
    "phase": frozenset(("PhaseEntered", *_MOVED)),
    "contact": frozenset({"ContactRecorded"}),
    "stakeholder": frozenset(_OF_THE_COLLECTIVE),
    "commitment": frozenset({"CommitmentRecorded"}),
    "charter": frozenset({"CharterSigned"}),
    "gate": frozenset(
        (*_MOVED, "PhaseEntered", "CooperationClosed", "CooperationReopened", "GateItemWaived")
    ),
    "deadline": frozenset(
        (*_MOVED, *_ON_ITS_WAY, "CompletionAsked", "CompletionReceived", "DeadlineExtended")
    ),
    "completion": frozenset({"CompletionAsked", "CompletionReceived"}),
    "funding": frozenset((*_ASKED_FOR, *_GRANTED, *_ENDS_A_FUNDING, "AgreementSigned", "CooperationHeard")),
    "requested": frozenset(_ASKED_FOR),
    "granted": frozenset(_GRANTED),
    "until": frozenset((*_ASKED_FOR, *_GRANTED)),
    "paid": frozenset(_OF_PAYMENTS),
    "reserved": frozenset((*_GRANTED, *_OF_PAYMENTS, *_ENDS_A_FUNDING, "FundsReleased")),
    "released": frozenset((*_ENDS_A_FUNDING, "AmendmentGranted", "FundsReleased")),
    "reclaimed": frozenset(_BACK),
    "refunded": frozenset(_BACK),
    "review": frozenset(
        {
            "ReviewOpened",
            "ReviewConcluded",
            "ReviewDeferred",
            "ReviewCancelled",
            "ReviewCarriedOver",
            "PastReviewRecorded",
            "CooperationHeard",
        }
    ),
}
"""By aspect (``wording.sheet_facts.ASPECTS``); what an item of a gate rests on, it says itself."""
