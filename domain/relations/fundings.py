"""What the entries of a funding hang on: the request, what was decided about it, what was asked for and paid."""

from domain.fundings.events.bodies import DecisionAsked
from domain.fundings.events.payments import (
    PaymentConfirmed,
    PaymentFailed,
    PaymentIssued,
    PaymentOrdered,
    RefundRecorded,
    ReportAccepted,
    ReportReturned,
    TrancheApproved,
    TrancheReturned,
)
from domain.fundings.events.requests import (
    AgreementPrepared,
    AgreementSigned,
    AmendmentGranted,
    AmendmentRefused,
    AmendmentSigned,
    AmendmentWithdrawn,
    CoFundingConfirmed,
    ConditionMet,
    EligibilityAssessed,
    FundingDeclined,
    FundingGranted,
    FundingResubmitted,
    FundingRevised,
    FundsGivenBack,
    FundsReclaimed,
)
from domain.kernel.event import Event
from domain.kernel.ids import payment_file_stream, review_stream
from domain.relations.relation import EntryLink, Relation, earlier
from domain.reviews.events import ReviewHeard

_REQUEST = ("FundingRequested", "FundingRevised", "FundingResubmitted")


def of_funding(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The links of an entry of a funding."""
    match event:
        case EligibilityAssessed() | DecisionAsked():
            return (earlier(Relation.RESTS_ON, stream, *_REQUEST),)
        case FundingRevised():
            return (earlier(Relation.REPLACES, stream, *_REQUEST),)
        case FundingResubmitted():
            return (earlier(Relation.RESUBMITS, stream, "FundingDeclined"),)
        case FundingGranted(review=review) | FundingDeclined(review=review):
            request = earlier(Relation.ANSWERS, stream, *_REQUEST)
            return (request, earlier(Relation.RESTS_ON, stream, "EligibilityAssessed"), *_heard(review))
        case ReviewHeard(review=review):
            return _heard(review)
        case AmendmentGranted(amendment=one, review=review) | AmendmentRefused(amendment=one, review=review):
            return (earlier(Relation.ANSWERS, stream, "AmendmentProposed", amendment=one), *_heard(review))
        case AmendmentWithdrawn(amendment=one):
            return (earlier(Relation.ANSWERS, stream, "AmendmentProposed", amendment=one),)
        case AmendmentSigned(amendment=one):
            return (earlier(Relation.ANSWERS, stream, "AmendmentGranted", amendment=one),)
        case (
            AgreementPrepared() | ConditionMet() | CoFundingConfirmed() | FundsGivenBack() | FundsReclaimed()
        ):
            return (earlier(Relation.RESTS_ON, stream, "FundingGranted"),)
        case AgreementSigned():
            return (earlier(Relation.ANSWERS, stream, "AgreementPrepared"),)
        case _:
            return _of_payments(stream, event)


def _of_payments(stream: str, event: Event) -> tuple[EntryLink, ...]:
    match event:
        case TrancheApproved(tranche=tranche) | TrancheReturned(tranche=tranche):
            return (earlier(Relation.ANSWERS, stream, "TrancheRequested", tranche=tranche),)
        case PaymentOrdered(tranche=tranche):
            return (earlier(Relation.PAYS, stream, "TrancheApproved", tranche=tranche),)
        case PaymentIssued(payment=payment, payment_file=file):
            issued = earlier(Relation.RESTS_ON, payment_file_stream(file), "PaymentFileIssued")
            return (earlier(Relation.PAYS, stream, "PaymentOrdered", payment=payment), issued)
        case PaymentConfirmed(payment=payment) | PaymentFailed(payment=payment):
            sent = ("PaymentIssued", "PaymentOrdered")
            return (earlier(Relation.ANSWERS, stream, *sent, payment=payment),)
        case RefundRecorded():
            return (earlier(Relation.ANSWERS, stream, "FundsReclaimed"),)
        case ReportAccepted(report=report) | ReportReturned(report=report):
            return (earlier(Relation.ANSWERS, stream, "ReportSubmitted", report=report),)
    return ()


def _heard(review: str | None) -> tuple[EntryLink, ...]:
    """What the panel said."""
    ended = ("ReviewConcluded", "ReviewDeferred", "ReviewCancelled")
    return (earlier(Relation.RESTS_ON, review_stream(review), *ended),) if review else ()
