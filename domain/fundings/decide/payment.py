"""Tranches, payments and reports: which rule answers which command, and what it rests on besides the funding."""

from collections.abc import Iterator
from typing import assert_never

from domain.files.order import in_future, out_of_order
from domain.files.setting import Happening, Setting
from domain.fundings import budget
from domain.fundings.commands.payments import (
    AcceptReport,
    ApproveTranche,
    ConfirmPayment,
    FailPayment,
    OrderPayment,
    PaymentCommand,
    RecordRefund,
    RequestTranche,
    ReturnReport,
    ReturnTranche,
    SubmitReport,
)
from domain.fundings.decide.context import Context, context_at
from domain.fundings.decide.guards import at_stage
from domain.fundings.decide.paying import confirm_payment, fail_payment, order_payment, record_refund
from domain.fundings.decide.reports import accept_report, return_report, submit_report
from domain.fundings.decide.tranches import approve_tranche, request_tranche, return_tranche
from domain.fundings.payee import account_of
from domain.fundings.spending import spent
from domain.fundings.state import Funding, Stage
from domain.kernel.ids import account_stream, envelope_stream, funding_stream, reference_stream
from domain.kernel.moments import day_of, latest
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.impartial import streams_of_request


def decide_payment(
    command: PaymentCommand, funding: Funding | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """What a command about tranches, payments or reports gives: in the funding's stream first, then beside it."""
    if funding is None:
        return refuse("unknown_funding", funding=command.funding)
    zone = setting.zone_of(funding.region)
    if refusal := in_future(command, setting, zone) or _not_now(command, funding, setting):
        return refusal
    context = context_at(command, funding, setting)
    if context is None:
        return refuse("unknown_programme", programme=funding.rulebook)
    return _decide(command, context)


def _decide(command: PaymentCommand, context: Context) -> tuple[Happening, ...] | Refusal:
    match command:
        case OrderPayment():
            return order_payment(command, context)
        case ConfirmPayment():
            return confirm_payment(command, context)
        case FailPayment():
            return fail_payment(command, context)
        case RecordRefund():
            return record_refund(command, context)
        case RequestTranche():
            return context.in_its_stream(request_tranche(command, context))
        case ApproveTranche():
            return context.in_its_stream(approve_tranche(command, context))
        case ReturnTranche():
            return context.in_its_stream(return_tranche(command, context))
        case SubmitReport():
            return context.in_its_stream(submit_report(command, context))
        case ReturnReport():
            return context.in_its_stream(return_report(command, context))
        case AcceptReport():
            return context.in_its_stream(accept_report(command, context))
    assert_never(command)


def streams_beside_payment(command: PaymentCommand, setting: Setting) -> Iterator[str]:
    """Who may is read of the request's reviews; then the account and envelopes that a payment moves, its reference."""
    funding = setting.read(Funding, funding_stream, command.funding)
    if funding is None:
        return
    yield from streams_of_request(funding, setting.beside)
    match command:
        case OrderPayment():
            yield account_stream(account_of(funding))
            yield from budget.streams_of(funding.allocations)
            yield from _payment_envelope(command, funding, setting)
        case ConfirmPayment():
            yield reference_stream(command.reference)
        case FailPayment():
            if payment := funding.payments.get(command.payment):
                yield from budget.streams_of(payment.allocations)
                yield from (envelope_stream(one) for one in (payment.charged,) if one)
        case RecordRefund():
            yield reference_stream(command.reference)
            yield from budget.streams_of(spent(funding))


def _payment_envelope(command: OrderPayment, funding: Funding, setting: Setting) -> Iterator[str]:
    if context := context_at(command, funding, setting):
        year = day_of(latest(context.at, context.zone), context.zone).year
        yield envelope_stream(
            budget.payment_envelope(context.instrument, context.rulebook, funding.request, year)
        )


def _not_now(command: PaymentCommand, funding: Funding, setting: Setting) -> Refusal | None:
    also: tuple[Stage, ...] = ("closed",) if isinstance(command, FailPayment) else ()
    if refusal := at_stage(funding, "granted", *also):
        return refusal
    if command.in_order and (refusal := out_of_order(command, funding, setting)):
        return refusal
    if command.not_while_asleep and funding.status == "paused":
        return refuse("file_paused")
    if command.not_while_asleep and funding.status == "abandonment-requested":
        return refuse("abandonment_pending")
    return None
