"""The acts of a funding, each under the part of its page that it changes: what may be done now, and why not."""

from collections.abc import Mapping, Sequence

from queries.offers import Offer, offers_on
from queries.visit import Visit

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "decision": ("ReviseFunding", "DecideFunding", "ResubmitFunding", "WithdrawFunding"),
    "agreement": ("PrepareAgreement", "SignAgreement"),
    "conditions": ("MeetCondition", "ConfirmCoFunding", "RecordCitizenContribution"),
    "amendments": ("ProposeAmendment", "DecideAmendment", "SignAmendment", "WithdrawAmendment"),
    "tranches": (
        "RequestTranche",
        "ApproveTranche",
        "ReturnTranche",
        "OrderPayment",
        "ConfirmPayment",
        "FailPayment",
    ),
    "reports": ("SubmitReport", "ReturnReport", "AcceptReport"),
    "deadlines": ("ExtendFundingDeadline",),
    "closing": ("ReleaseFunds", "ReclaimFunds", "RecordRefund", "CloseFunding"),
}
"""By section of the page, the acts in their order."""


async def acts_by_section(visit: Visit, key: str) -> Mapping[str, Sequence[Offer]]:
    """What stands under each section. Raises Failure for what may not be read, LedgerUnavailable."""
    wanted = frozenset(one for acts in SECTIONS.values() for one in acts)
    found = {one.command: one for one in await offers_on(visit, key, wanted)}
    return {section: [found[one] for one in acts if one in found] for section, acts in SECTIONS.items()}
