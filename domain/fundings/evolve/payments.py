"""How tranches, payments and reports of a funding change with their events. Total and pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.files.fold import later_steps
from domain.fundings.events.payments import (
    CharterHeard,
    PaymentConfirmed,
    PaymentEvent,
    PaymentFailed,
    PaymentIssued,
    PaymentOrdered,
    RefundRecorded,
    ReportAccepted,
    ReportReturned,
    ReportSubmitted,
    TrancheApproved,
    TrancheRequested,
    TrancheReturned,
)
from domain.fundings.spending import without
from domain.fundings.state import Funding, Payment, ReportState, TrancheState
from domain.kernel.recorded import Recorded

TrancheEvent = TrancheRequested | TrancheApproved | TrancheReturned


def evolve_payments(state: Funding, event: PaymentEvent, recorded: Recorded) -> Funding:
    """The funding after something happened to its tranches, payments or reports."""
    match event:
        case TrancheRequested() | TrancheApproved() | TrancheReturned():
            moved = _with_tranche(state, event.tranche, **_moved(state, event, recorded))
            return moved.changed(last_steps=later_steps(state, recorded.effective_at))
        case PaymentOrdered():
            return _ordered(state, event, recorded)
        case PaymentIssued(payment=number, payment_file=payment_file):
            return _with_payment(state, number, stage="issued", payment_file=payment_file)
        case PaymentConfirmed(payment=number, reference=reference):
            paid = _with_payment(state, number, stage="paid", reference=reference)
            return _with_tranche(paid, paid.payments[number].tranche, stage="paid")
        case PaymentFailed():
            return _failed(state, event, recorded)
        case RefundRecorded(cents=cents, restored=restored):
            left = without(state.consumed, restored)
            return state.changed(refunded_cents=state.refunded_cents + cents, consumed=left)
        case ReportSubmitted() | ReportReturned() | ReportAccepted():
            return state.changed(reports={**state.reports, event.report: _reported(state, event, recorded)})
        case CharterHeard(signed=signed):
            return state.changed(charter_signed=signed)


def _moved(state: Funding, event: TrancheEvent, recorded: Recorded) -> Mapping[str, Any]:
    """What changes of a tranche that is asked for, approved or sent back."""
    match event:
        case TrancheRequested(levels=levels):
            stage = {"stage": "requested", "requested": recorded.entry, "requested_by": recorded.actor}
            return {**stage, "levels": levels, "approved_by": (), "approved": None}
        case TrancheApproved(tranche=key, last=last):
            approved_by = (*state.tranches[key].approved_by, recorded.actor)
            done = {"stage": "approved", "approved": recorded.entry} if last else {}
            return {**done, "approved_by": approved_by}
        case TrancheReturned():
            back = {"stage": "planned", "requested": recorded.entry, "requested_by": None}
            return {**back, "levels": 0, "approved_by": (), "approved": None}


def _ordered(state: Funding, event: PaymentOrdered, recorded: Recorded) -> Funding:
    payment = Payment(
        number=event.payment,
        tranche=event.tranche,
        cents=event.cents,
        account=event.account,
        bank_details=event.bank_details,
        allocations=event.allocations,
        charged=event.charged,
        ordered_by=recorded.actor,
        entry=recorded.entry,
    )
    return _with_tranche(state, event.tranche, stage="ordered").changed(
        payments={**state.payments, event.payment: payment},
        allocations=without(state.allocations, event.allocations),
        consumed=(*state.consumed, *event.allocations),
        last_steps=later_steps(state, recorded.effective_at),
    )


def _failed(state: Funding, event: PaymentFailed, recorded: Recorded) -> Funding:
    """As before the order, but that it waits to be paid since now; what was closed is open again."""
    payment = state.payments[event.payment]
    back = _with_payment(state, event.payment, stage=event.outcome)
    return _with_tranche(back, payment.tranche, stage="approved", approved=recorded.entry).changed(
        stage="granted",
        allocations=(*payment.allocations, *state.allocations),
        consumed=without(state.consumed, payment.allocations),
        last_steps=later_steps(state, recorded.effective_at),
    )


def _reported(
    state: Funding, event: ReportSubmitted | ReportReturned | ReportAccepted, recorded: Recorded
) -> ReportState:
    known = state.reports.get(event.report, ReportState(event.report))
    match event:
        case ReportSubmitted():
            return replace(known, stage="submitted", entry=recorded.entry, submitted_by=recorded.actor)
        case ReportReturned():
            return replace(known, stage="returned", entry=recorded.entry)
        case ReportAccepted():
            return replace(known, stage="accepted", entry=recorded.entry)


def _with_tranche(state: Funding, key: str, **changes: Any) -> Funding:
    known: TrancheState = replace(state.tranches[key], **changes)
    return state.changed(tranches={**state.tranches, key: known})


def _with_payment(state: Funding, number: int, **changes: Any) -> Funding:
    known: Payment = replace(state.payments[number], **changes)
    return state.changed(payments={**state.payments, number: known})
