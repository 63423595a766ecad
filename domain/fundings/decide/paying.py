"""Payments: ordered to a confirmed account, executed by the bank under a reference, failed, refunded."""

from domain.bank.events import PaymentReferenceTaken
from domain.bank.state import Account, PaymentReference
from domain.files.setting import Happening, Setting
from domain.fundings import budget
from domain.fundings.commands.payments import ConfirmPayment, FailPayment, OrderPayment, RecordRefund
from domain.fundings.decide.consequences import heard_again, told_again
from domain.fundings.decide.context import Context
from domain.fundings.decide.tranches import blocked
from domain.fundings.events.payments import PaymentConfirmed, PaymentFailed, PaymentOrdered, RefundRecorded
from domain.fundings.payee import account_of
from domain.fundings.settling import refund_owed
from domain.fundings.spending import covers, spent
from domain.fundings.state import Payment
from domain.kernel.ids import account_stream, reference_stream
from domain.kernel.moments import day_of, earliest, latest
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.impartial import conflict_about

Happenings = tuple[Happening, ...] | Refusal


def order_payment(command: OrderPayment, context: Context) -> Happenings:
    """Order an approved tranche to be paid: what is set aside is consumed, and the year of payment charged."""
    funding, at = context.funding, context.at
    tranche = context.tranche(command.tranche, "approved")
    if isinstance(tranche, Refusal):
        return tranche
    if refusal := blocked(context):
        return refusal
    account = confirmed_account(account_of(funding), context.setting)
    if isinstance(account, Refusal):
        return account
    if refusal := _laid_in_conflict(account, context):
        return refusal
    number, (taken, _) = len(funding.payments) + 1, budget.take(funding.allocations, tranche.cents)
    year = day_of(latest(at, context.zone), context.zone).year
    bounding = budget.payment_envelope(context.instrument, context.rulebook, funding.request, year)
    charged = budget.charge(bounding, funding.id, number, tranche.cents, context.setting, at)
    if isinstance(charged, Refusal):
        return charged
    ordered = PaymentOrdered(
        payment=number,
        tranche=tranche.tranche,
        cents=tranche.cents,
        account=account.id,
        bank_details=account.holds or 0,
        allocations=taken,
        charged=bounding if charged else None,
    )
    return (Happening(funding.key, ordered, at), *budget.consume(taken, funding.id, number, at), *charged)


def confirm_payment(command: ConfirmPayment, context: Context) -> Happenings:
    """The bank has paid: on a day from the order to today, under a reference that nothing else has."""
    payment = context.payment(command.payment, "ordered", "issued")
    if isinstance(payment, Refusal):
        return payment
    ordered, today = context.funding.entries[payment.entry].at, context.today
    since = day_of(earliest(ordered, context.zone), context.zone)
    if not since <= command.executed_on <= today:
        return refuse("executed_when", executed_on=command.executed_on, since=since, until=today)
    reference = command.reference.upper()
    if refusal := _taken(reference, context.setting):
        return refusal
    confirmed = PaymentConfirmed(payment=payment.number, reference=reference, executed_on=command.executed_on)
    return (Happening(context.funding.key, confirmed, context.at), _takes(reference, payment.number, context))


def fail_payment(command: FailPayment, context: Context) -> Happenings:
    """It failed, came back or was cancelled: tranche and envelopes are as before it.

    A bank may return what it paid after all was settled: the money is owed again, and the funding open.
    """
    returned = command.outcome == "returned"
    payment = context.payment(command.payment, *(("issued", "paid") if returned else ("ordered", "issued")))
    if isinstance(payment, Refusal):
        return payment
    if refusal := _reclaimed(payment, context):
        return refusal
    funding, at = context.funding, context.at
    failed = PaymentFailed(payment=payment.number, outcome=command.outcome, reason=command.reason)
    restored = budget.restore(payment.allocations, funding.id, payment.number, at)
    charged = payment.charged
    freed = budget.uncharge(charged, funding.id, payment.number, payment.cents, at) if charged else ()
    own = Happening(funding.key, failed, at)
    return (own, *heard_again(funding, context.setting, at), *restored, *freed, *told_again(funding, at))


def record_refund(command: RecordRefund, context: Context) -> Happenings:
    """Reclaimed money came back: into the envelopes that were paid from last."""
    funding, reference = context.funding, command.reference.upper()
    owed = refund_owed(funding)
    if command.cents > owed:
        return refuse("not_reclaimed", owed=owed, asked=command.cents)
    if refusal := _taken(reference, context.setting):
        return refusal
    restored, _ = budget.take(spent(funding), command.cents, newest_first=True)
    recorded = RefundRecorded(cents=command.cents, reference=reference, restored=restored)
    refunded = budget.refund(restored, funding.id, context.at)
    return (Happening(funding.key, recorded, context.at), *refunded, _takes(reference, None, context))


def confirmed_account(key: str, setting: Setting) -> Account | Refusal:
    """Bank details that hold, and that nobody is about to change."""
    account = setting.read(Account, account_stream, key)
    if account is not None and account.pending is not None:
        return refuse("bank_details_pending", account=key, version=account.pending)
    if account is None or account.holds is None:
        return refuse("no_bank_details", account=key)
    return account


def _laid_in_conflict(account: Account, context: Context) -> Refusal | None:
    """Bank details confirmed since a request was made serve it only if others than those in a conflict did so."""
    details = account.versions[account.holds or 0]
    asked = earliest(context.funding.requested_at, context.zone)
    if details.confirmed_at and earliest(details.confirmed_at, context.zone) < asked:
        return None
    for person in (details.proposed_by, details.confirmed_by):
        if person and conflict_about(person, context.funding, context.setting):
            return refuse("bank_details_in_conflict", account=account.id, version=details.number)
    return None


def _reclaimed(payment: Payment, context: Context) -> Refusal | None:
    """What was reclaimed, or came back already as a refund, cannot come back a second time."""
    funding = context.funding
    if payment.stage != "paid":
        return None
    left = funding.paid_cents - payment.cents
    if left < funding.reclaimed_cents or not covers(spent(funding), payment.allocations):
        return refuse("payment_reclaimed", payment=payment.number, reclaimed=funding.reclaimed_cents)
    return None


def _taken(reference: str, setting: Setting) -> Refusal | None:
    known = setting.beside.get(reference_stream(reference))
    if isinstance(known, PaymentReference):
        return refuse("payment_reference_taken", reference=reference, funding=known.funding)
    return None


def _takes(reference: str, payment: int | None, context: Context) -> Happening:
    event = PaymentReferenceTaken(funding=context.funding.id, payment=payment)
    return Happening(reference_stream(reference), event, context.at)
