"""Telling what becomes of reviews and fundings, in a line each."""

from domain.fundings.events.payments import PaymentConfirmed, PaymentFailed
from domain.fundings.events.requests import (
    FundingClosed,
    FundingDeclined,
    FundingGranted,
    FundingRequested,
    FundingResubmitted,
)
from domain.fundings.state import Funding
from domain.kernel.event import Event
from domain.reviews.events import OpinionGiven, ReviewConcluded, ReviewDeferred, ReviewOpened, VoteCounts
from domain.reviews.state import Review
from domain.rulebook import Rulebook, names_in
from language import say, t
from wording.amounts import euros
from wording.punctuation import labelled
from wording.values import word
from wording.votes import votes_words

OF_REVIEWS = (ReviewOpened, OpinionGiven, ReviewConcluded, ReviewDeferred)
OF_FUNDINGS = (
    FundingRequested,
    FundingResubmitted,
    FundingGranted,
    FundingDeclined,
    PaymentConfirmed,
    PaymentFailed,
    FundingClosed,
)


def of_review(event: Event, review: Review, rulebook: Rulebook | None) -> str | None:
    """What happened in a review; None for what is told as of any file."""
    question, panel = _called(review.question, rulebook), _called(review.panel, rulebook)
    match event:
        case ReviewOpened():
            return t(f"? {question} : avis demandé ({panel})", f"? {question}: opinion asked for ({panel})")
        case OpinionGiven(opinion=opinion):
            return t(
                f"· {question} : un avis {word(opinion, 'opinion')}",
                f"· {question}: an opinion, {word(opinion, 'opinion')}",
            )
        case ReviewConcluded(outcome=outcome, counts=counts):
            told = f"{word(outcome, 'review')} ({_votes(counts)})"
            return labelled(f"= {question}", told)
        case ReviewDeferred():
            return labelled(f"= {question}", word("deferred", "review"))
    return None


def of_funding(event: Event, funding: Funding, rulebook: Rulebook | None) -> str | None:
    """What happened in a funding; None for what is told as of any file."""
    instrument = _called(funding.instrument, rulebook)
    match event:
        case FundingRequested(request=request):
            asked = euros(request.amount_cents)
            return t(f"€ {instrument} : {asked} demandés", f"€ {instrument}: {asked} asked for")
        case FundingResubmitted(request=request):
            asked = euros(request.amount_cents)
            return t(f"€ {instrument} : {asked} redemandés", f"€ {instrument}: {asked} asked for again")
        case FundingGranted(amount_cents=cents):
            return t(f"€ {instrument} : {euros(cents)} accordés", f"€ {instrument}: {euros(cents)} granted")
        case FundingDeclined(decision=decision):
            return labelled(f"€ {instrument}", word(decision, "funding"))
        case PaymentConfirmed(payment=number, reference=reference):
            paid = euros(funding.payments[number].cents)
            return t(f"€ {paid} payés ({reference})", f"€ {paid} paid ({reference})")
        case PaymentFailed(payment=number, outcome=outcome):
            sent = euros(funding.payments[number].cents)
            return labelled(f"€ {sent}", word(outcome, "payment"))
        case FundingClosed(paid_cents=paid):
            closed = word("closed", "funding")
            return labelled(f"€ {instrument}", f"{closed}, {euros(paid)} " + t("payés", "paid"))
    return None


def _called(key: str, rulebook: Rulebook | None) -> str:
    name = names_in(rulebook).get(key) if rulebook else None
    return say(name) if name else key


def _votes(counts: VoteCounts) -> str:
    return say(votes_words(counts.favourable, counts.unfavourable, counts.abstentions))
