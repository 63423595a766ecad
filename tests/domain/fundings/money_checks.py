"""What must hold after every step of any life of money."""

from collections import Counter
from collections.abc import Iterable

from domain.envelopes.events import FundsReserved
from domain.envelopes.shares import shares
from domain.fundings.request import Allocation
from domain.kernel.ids import envelope_stream
from tests.domain.fundings.money_world import ENVELOPES, World


def no_envelope_is_exceeded(world: World) -> None:
    """What is set aside and paid, of what may be committed; what is paid in a year, of what may be paid in it."""
    for envelope in world.envelopes.values():
        assert min(envelope.reserved, envelope.consumed) >= 0
        assert envelope.reserved + envelope.consumed <= envelope.allotted
        assert envelope.payments_cents is None or envelope.paid <= envelope.payments_cents


def envelopes_say_what_fundings_say(world: World) -> None:
    """Cent by cent: what each funding has set aside and was paid, and what was paid in the year."""
    for year, envelope in world.envelopes.items():
        history = world.histories[envelope_stream(ENVELOPES[year])]
        parts = shares(history)
        for key, funding in world.fundings.items():
            share = parts.get(key)
            told = (share.reserved, share.consumed) if share else (0, 0)
            assert told == (_within(funding.allocations, year), _within(funding.consumed, year)), key
        charged = sum(
            payment.cents
            for funding in world.fundings.values()
            for payment in funding.payments.values()
            if payment.charged == ENVELOPES[year] and payment.stage in ("ordered", "issued", "paid")
        )
        assert envelope.paid == charged
        assert envelope.reserved == sum(one.reserved for one in parts.values())
        assert envelope.consumed == sum(one.consumed for one in parts.values())
        served = [one.event for one in history if isinstance(one.event, FundsReserved) and one.event.counts]
        assert envelope.fundings == len({one.funding for one in served}) == len(served)


def nothing_is_paid_twice_or_beyond(world: World) -> None:
    """One payment lives per tranche, all together within what was granted; no file holds one twice."""
    for funding in world.fundings.values():
        lives = [one for one in funding.payments.values() if one.stage in ("ordered", "issued", "paid")]
        assert max(Counter(one.tranche for one in lives).values(), default=0) <= 1
        assert sum(one.cents for one in lives) <= funding.amount_cents
        assert {one.tranche for one in lives} == {
            one.tranche for one in funding.tranches.values() if one.stage in ("ordered", "paid")
        }
        assert all(funding.tranches[one.tranche].cents == one.cents for one in lives)
        assert funding.refunded_cents <= funding.reclaimed_cents <= funding.paid_cents
    assert all(count == 1 for count in world.issued.values())
    assert all(count == 1 for count in world.references.values())


def every_cent_is_somewhere(world: World) -> None:
    """The tranches make the amount; what is not paid nor released is set aside, with what an amendment adds."""
    for funding in world.fundings.values():
        if not funding.granted:
            continue
        tranches = funding.tranches.values()
        assert sum(one.cents for one in tranches) == funding.amount_cents
        assert min((one.cents for one in tranches), default=0) >= 0
        waiting = sum(one.cents for one in tranches if one.stage in ("planned", "requested", "approved"))
        coming = sum(
            each.cents
            for one in funding.amendments.values()
            if one.stage == "granted"
            for each in one.allocations
        )
        assert funding.reserved_cents == waiting + coming
        gone = sum(one.cents for one in tranches if one.stage in ("ordered", "paid"))
        assert sum(one.cents for one in funding.consumed) == gone - funding.refunded_cents


def _within(allocations: Iterable[Allocation], year: int) -> int:
    return sum(one.cents for one in allocations if ENVELOPES[year] in one.envelopes)


CHECKS = (
    no_envelope_is_exceeded,
    envelopes_say_what_fundings_say,
    nothing_is_paid_twice_or_beyond,
    every_cent_is_somewhere,
)

MUST_HAPPEN = (
    *("FundingGranted", "TrancheApproved", "PaymentOrdered", "PaymentIssued", "PaymentConfirmed"),
    *("PaymentFailed", "paid and returned", "FundsReclaimed", "RefundRecorded", "FundsGivenBack"),
    *("AgreementSigned", "ReportAccepted", "AmendmentGranted", "AmendmentSigned", "CarriedOver"),
    *("acted_before", "own_proposal", "envelope_exhausted", "payments_exhausted"),
    *("payment_reference_taken", "bank_details_pending", "IssuePaymentFile: payment_stage"),
)
"""What the checks are about: money is paid, comes back, and is refused."""
