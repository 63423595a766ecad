"""Payments that did not happen, money that came back: tranche and envelopes are as before."""

from datetime import date
from typing import Any

from domain.bank.events import PaymentReferenceTaken
from domain.cooperations.events.told import FundingAnswered
from domain.envelopes.events import FundsRefunded, FundsRestored, PaymentCharged, PaymentUncharged
from domain.fundings.events.payments import PaymentConfirmed, PaymentFailed, RefundRecorded
from domain.fundings.events.requests import FundingClosed, FundsReclaimed
from tests.domain.below import heard
from tests.domain.kit import STREAM, do, on
from tests.domain.paying import (
    FUNDING,
    IN_ENVELOPE,
    IN_FILE,
    ON_ITS_WAY,
    PAID,
    TO_PAY,
    approved,
    asked_for,
    ordered,
    reserved,
    set_aside,
)
from tests.domain.tables.payments_paying import FROM_TWO, TAKEN, consumed, order, row
from tests.domain.vocabulary import BEGUN, HANDED_OVER, PAUSED, WHY

SETTLED = (
    *PAID,
    FundingClosed(granted_cents=1, paid_cents=1, released_cents=0, refunded_cents=0, reason=None),
)
_OPEN: dict[str, Any] = {
    "funding": FUNDING,
    "instrument": "grant",
    "stage": "granted",
    "amount_cents": 2_000_000,
}
RECLAIMED = (*PAID, FundsReclaimed(cents=300_000, reason=WHY))


def fail(outcome: str, payment: int = 1) -> Any:
    """A payment did not happen."""
    return do("FailPayment", funding=FUNDING, payment=payment, outcome=outcome)


def back(cents: int, reference: str = "REM-1") -> Any:
    """Money came back."""
    return do("RecordRefund", funding=FUNDING, cents=cents, reference=reference)


def restored(cents: int = 1_000_000) -> FundsRestored:
    """It is set aside again."""
    return FundsRestored(funding=FUNDING, payment=1, cents=cents)


def failed(outcome: Any) -> PaymentFailed:
    """It did not happen."""
    return PaymentFailed(payment=1, outcome=outcome, reason=WHY)


def refunded(cents: int, *restored: Any) -> RefundRecorded:
    """Money came back."""
    return RefundRecorded(cents=cents, reference="REM-1", restored=restored)


CAME_BACK = (
    refunded(300_000, set_aside(300_000)),
    FundsRefunded(funding=FUNDING, cents=300_000),
    PaymentReferenceTaken(funding=FUNDING, payment=None),
)

_FAILED = (
    row(
        "a cancelled payment is as if never ordered",
        ON_ITS_WAY,
        fail("cancelled"),
        (failed("cancelled"), restored()),
    ),
    row(
        "a payment that left and failed is set aside again",
        IN_FILE,
        fail("failed"),
        (failed("failed"), restored()),
    ),
    row(
        "a payment that the bank returns is set aside again",
        PAID,
        fail("returned"),
        (failed("returned"), restored()),
    ),
    row(
        "what did not happen does not count in the year's payments",
        (*TO_PAY, ordered(charged="essai/grant/2026")),
        fail("failed"),
        (failed("failed"), restored(), PaymentUncharged(funding=FUNDING, payment=1, cents=1_000_000)),
    ),
    row(
        "what is paid is not cancelled",
        PAID,
        fail("cancelled"),
        "payment_stage",
        naming={"stage": "paid", "wanted": "ordered, issued"},
    ),
    row(
        "what never left does not come back",
        ON_ITS_WAY,
        fail("returned"),
        "payment_stage",
        naming={"stage": "ordered", "wanted": "issued, paid"},
    ),
    row(
        "a payment fails once",
        (*ON_ITS_WAY, failed("failed")),
        fail("failed"),
        "payment_stage",
        naming={"stage": "failed"},
    ),
    row(
        "what failed may be ordered again",
        (*ON_ITS_WAY, failed("failed")),
        order(),
        (
            ordered(2, charged="essai/grant/2026").event,
            consumed(payment=2),
            PaymentCharged(funding=FUNDING, payment=2, cents=1_000_000),
        ),
    ),
    row(
        "a payment that the bank returns once all is settled opens the funding again",
        SETTLED,
        fail("returned"),
        (failed("returned"), heard("active"), restored(), FundingAnswered(**_OPEN)),
        beside={IN_ENVELOPE: reserved(), STREAM: BEGUN},
    ),
    row(
        "opened again, it hears that its cooperation fell asleep meanwhile",
        SETTLED,
        fail("returned"),
        (failed("returned"), heard("paused"), restored(), FundingAnswered(**_OPEN)),
        beside={IN_ENVELOPE: reserved(), STREAM: (*BEGUN, PAUSED)},
    ),
    row(
        "what was paid is reclaimed also after all is settled, which opens the funding again",
        SETTLED,
        do("ReclaimFunds", funding=FUNDING, cents=300_000),
        (FundsReclaimed(cents=300_000, reason=WHY), heard("closed"), FundingAnswered(**_OPEN)),
        beside={IN_ENVELOPE: reserved(), STREAM: (*BEGUN, HANDED_OVER)},
    ),
    row(
        "what is reclaimed after all comes back as ever",
        (*SETTLED, FundsReclaimed(cents=300_000, reason=WHY)),
        back(300_000),
        CAME_BACK,
    ),
    row(
        "what was settled did not fail on its way",
        SETTLED,
        fail("failed"),
        "payment_stage",
        naming={"stage": "paid", "wanted": "ordered, issued"},
        beside={STREAM: BEGUN},
    ),
    row(
        "what is reclaimed does not come back as a payment returned",
        RECLAIMED,
        fail("returned"),
        "payment_reclaimed",
        naming={"reclaimed": "300000"},
    ),
)

_REFUNDED = (
    row(
        "a refund is free in the envelope again",
        RECLAIMED,
        back(300_000),
        CAME_BACK,
    ),
    row(
        "a refund may come in parts",
        (*RECLAIMED, refunded(100_000, set_aside(100_000))),
        back(200_000, "REM-2"),
        (
            refunded(200_000, set_aside(200_000)).model_copy(update={"reference": "REM-2"}),
            FundsRefunded(funding=FUNDING, cents=200_000),
            PaymentReferenceTaken(funding=FUNDING, payment=None),
        ),
    ),
    row(
        "no more comes back than was reclaimed",
        (*RECLAIMED, refunded(100_000, set_aside(100_000))),
        back(200_001),
        "not_reclaimed",
        naming={"owed": "200000", "asked": "200001"},
    ),
    row("nothing comes back that nobody reclaimed", PAID, back(1), "not_reclaimed"),
    row(
        "a refund has a reference of its own",
        RECLAIMED,
        back(1, "VIR-9"),
        "payment_reference_taken",
        beside=TAKEN,
    ),
    row(
        "a refund comes out of what was paid last, not of what is on its way",
        (
            *FROM_TWO,
            ordered(allocations=(set_aside(600_000), set_aside(400_000, "essai/grant/2027"))),
            on("2026-03-06", PaymentConfirmed(payment=1, reference="VIR-1", executed_on=date(2026, 3, 5))),
            FundsReclaimed(cents=500_000, reason=WHY),
            asked_for("balance"),
            *approved("balance"),
            ordered(2, "balance", allocations=(set_aside(1_000_000, "essai/grant/2027"),)),
        ),
        back(500_000),
        (
            refunded(500_000, set_aside(400_000, "essai/grant/2027"), set_aside(100_000)),
            FundsRefunded(funding=FUNDING, cents=400_000),
            FundsRefunded(funding=FUNDING, cents=100_000),
            PaymentReferenceTaken(funding=FUNDING, payment=None),
        ),
    ),
    row(
        "nothing comes back once it is closed",
        SETTLED,
        back(1),
        "stage_forbids",
        naming={"stage": "closed"},
    ),
)

ROWS = (*_FAILED, *_REFUNDED)
