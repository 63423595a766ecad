"""Payments: ordered to a confirmed account, executed by the bank; envelopes move with them."""

from datetime import date
from typing import Any

from domain.bank.events import PaymentReferenceTaken
from domain.envelopes.events import FundsConsumed, FundsReserved, PaymentCharged
from domain.fundings.events.payments import PaymentConfirmed
from domain.kernel.ids import envelope_stream, reference_stream, review_stream
from domain.kernel.values import Role
from tests.domain.kit import Row, do, on
from tests.domain.paying import (
    ACCOUNT,
    FINANCE,
    FUNDING,
    IN_ENVELOPE,
    IN_FILE,
    ON_ITS_WAY,
    PAID,
    PAID_BY,
    PAYEE,
    SIRET,
    TO_APPROVE,
    TO_PAY,
    approved,
    asked_for,
    grant,
    opened,
    ordered,
    proposed,
    request,
    requested,
    reserved,
    set_aside,
)
from tests.domain.reviewing import asked, invited
from tests.domain.sample_people import ADMINISTRATOR
from tests.domain.tables.payments_tranches import heard

READY: dict[str, Any] = {PAYEE: ACCOUNT, IN_ENVELOPE: reserved()}
"""The account is confirmed, and the envelope bounds no payment."""
JUDGED_BY_ADMINISTRATOR = {
    review_stream("avis"): asked("deciding", funding=FUNDING, members=invited(ADMINISTRATOR, role=Role.JURY))
}
"""A panel on the request, on which the administrator who confirmed the account sits and has declared nothing."""
TAKEN = {reference_stream("VIR-9"): (PaymentReferenceTaken(funding="autre", payment=3),)}
TWO = (set_aside(600_000), set_aside(1_400_000, "essai/grant/2027"))
FROM_TWO = (
    requested(request()),
    on("2026-02-02", grant(request(), allocations=TWO)),
    asked_for(),
    *approved(),
)


def order() -> Any:
    """The advance is ordered to be paid."""
    return do("OrderPayment", funding=FUNDING, tranche="advance", actor=FINANCE)


def pay(reference: str = "vir-9", on_day: str = "2026-03-05", payment: int = 1) -> Any:
    """The bank has paid."""
    return do("ConfirmPayment", funding=FUNDING, payment=payment, reference=reference, executed_on=on_day)


def row(rule: str, given: Any, when: Any, then: Any, **more: Any) -> Row:
    """A rule about the tests' funding, its account and its envelope."""
    return Row(rule, given, when, then, rulebook=PAID_BY, **{"beside": READY, **more})


def consumed(cents: int = 1_000_000, payment: int = 1) -> FundsConsumed:
    """What was set aside is paid."""
    return FundsConsumed(funding=FUNDING, payment=payment, cents=cents)


YEAR = "essai/grant/2026"
ORDERED = ordered(charged=YEAR).event
CHARGED = PaymentCharged(funding=FUNDING, payment=1, cents=1_000_000)

_ORDERED = (
    row(
        "a payment consumes what is set aside, and counts in the envelope of its year",
        TO_PAY,
        order(),
        (ORDERED, consumed(), CHARGED),
    ),
    row(
        "all that the year's envelope lets be paid may be",
        TO_PAY,
        order(),
        (ORDERED, consumed(), CHARGED),
        beside={PAYEE: ACCOUNT, IN_ENVELOPE: reserved(payments=1_000_000)},
    ),
    row(
        "a cent less may be paid in the year",
        TO_PAY,
        order(),
        "payments_exhausted",
        beside={PAYEE: ACCOUNT, IN_ENVELOPE: reserved(payments=999_999)},
    ),
    row(
        "what was committed last year counts in the year of payment",
        (
            requested(request()),
            on("2026-02-02", grant(request(), allocations=(set_aside(2_000_000, "essai/grant/2025"),))),
            asked_for(),
            *approved(),
        ),
        order(),
        (
            ordered(charged=YEAR, allocations=(set_aside(1_000_000, "essai/grant/2025"),)).event,
            consumed(),
            CHARGED,
        ),
        beside={
            PAYEE: ACCOUNT,
            IN_ENVELOPE: (opened(payments=5_000_000),),
            envelope_stream("essai/grant/2025"): (
                opened(),
                FundsReserved(funding=FUNDING, cents=2_000_000, counts=True),
            ),
        },
    ),
    row(
        "a payment takes what was set aside first",
        FROM_TWO,
        order(),
        (
            ordered(
                charged=YEAR, allocations=(set_aside(600_000), set_aside(400_000, "essai/grant/2027"))
            ).event,
            consumed(600_000),
            consumed(400_000),
            CHARGED,
        ),
    ),
    row(
        "what is not approved is not paid",
        TO_APPROVE,
        order(),
        "tranche_stage",
        naming={"stage": "requested", "wanted": "approved"},
    ),
    row(
        "what is ordered is not ordered again",
        ON_ITS_WAY,
        order(),
        "tranche_stage",
        naming={"stage": "ordered"},
    ),
    row(
        "nothing is ordered to bank details that somebody in a conflict checked since it was asked for",
        TO_PAY,
        order(),
        "bank_details_in_conflict",
        naming={"version": "1"},
        beside={**READY, **JUDGED_BY_ADMINISTRATOR},
    ),
    row("what is paid is not paid again", PAID, order(), "tranche_stage", naming={"stage": "paid"}),
    row(
        "nothing is paid without bank details",
        TO_PAY,
        order(),
        "no_bank_details",
        naming={"account": SIRET},
        beside={IN_ENVELOPE: reserved()},
    ),
    row(
        "nothing is paid to bank details that nobody confirmed",
        TO_PAY,
        order(),
        "bank_details_pending",
        beside={PAYEE: (proposed(),), IN_ENVELOPE: reserved()},
    ),
    row(
        "nothing is paid while bank details are about to change",
        TO_PAY,
        order(),
        "bank_details_pending",
        naming={"account": SIRET, "version": "2"},
        beside={PAYEE: (*ACCOUNT, proposed(2)), IN_ENVELOPE: reserved()},
    ),
    row(
        "nothing is ordered while the cooperation sleeps", (*TO_PAY, heard("paused")), order(), "file_paused"
    ),
)

_EXECUTED = (
    row(
        "the bank has paid, under its reference in capitals",
        ON_ITS_WAY,
        pay(),
        (
            PaymentConfirmed(payment=1, reference="VIR-9", executed_on=date(2026, 3, 5)),
            PaymentReferenceTaken(funding=FUNDING, payment=1),
        ),
    ),
    row(
        "the bank has paid what left in a file",
        IN_FILE,
        pay(),
        (
            PaymentConfirmed(payment=1, reference="VIR-9", executed_on=date(2026, 3, 5)),
            PaymentReferenceTaken(funding=FUNDING, payment=1),
        ),
    ),
    row(
        "a bank's reference serves once",
        ON_ITS_WAY,
        pay(),
        "payment_reference_taken",
        naming={"reference": "VIR-9", "funding": "autre"},
        beside=TAKEN,
    ),
    row("a payment is executed once", PAID, pay(), "payment_stage", naming={"stage": "paid"}),
    row("a payment that was never ordered", TO_PAY, pay(), "unknown_payment"),
    row(
        "a payment is not executed before it is ordered",
        ON_ITS_WAY,
        pay(on_day="2026-03-03"),
        "executed_when",
        naming={"since": "2026-03-04", "until": "2026-11-23"},
    ),
    row("a payment is not executed tomorrow", ON_ITS_WAY, pay(on_day="2026-11-24"), "executed_when"),
    row(
        "a payment is confirmed while the cooperation sleeps",
        (*ON_ITS_WAY, heard("paused")),
        pay(),
        (
            PaymentConfirmed(payment=1, reference="VIR-9", executed_on=date(2026, 3, 5)),
            PaymentReferenceTaken(funding=FUNDING, payment=1),
        ),
    ),
    row(
        "a payment is not confirmed before its order",
        ON_ITS_WAY,
        do(
            "ConfirmPayment",
            funding=FUNDING,
            payment=1,
            reference="A",
            executed_on="2026-03-05",
            effective_at="2026-03-03",
        ),
        "before_previous_step",
    ),
)

ROWS = (*_ORDERED, *_EXECUTED)
