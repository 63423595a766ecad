"""Files for the bank: ordered payments leave together, each in one file."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from domain.files.setting import Happening, Setting, State, effective_at
from domain.fundings.commands.payments import IssuePaymentFile, OrderedPayment
from domain.fundings.decide.paying import confirmed_account
from domain.fundings.distinct_people import acted_before
from domain.fundings.events.payments import PaymentFileIssued, PaymentInFile, PaymentIssued
from domain.fundings.request import PAYING
from domain.fundings.state import Funding, Payment
from domain.kernel.bank_days import bank_day, last_bank_day, next_bank_day
from domain.kernel.calendar import day_after
from domain.kernel.ids import account_stream, funding_stream
from domain.kernel.moments import day_of
from domain.kernel.refusal import Refusal, refuse
from domain.people.identity import same_person
from domain.reviews.impartial import streams_of_request

_LONGEST_NAME = 29
"""With the number of a payment, at most 35 characters: what ISO 20022 allows for an end-to-end reference."""
_DIGITS = 10
_FURTHEST = "P1Y"
"""How far ahead a bank may be asked to pay."""


def issue_payment_file(command: IssuePaymentFile, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """Put ordered payments into one file: all of them or none."""
    if setting.beside.get(command.stream) is not None:
        return refuse("payment_file_exists", payment_file=command.payment_file)
    if refusal := _not_then(command.execute_on, day_of(setting.now, setting.organisation.zone_of(None))):
        return refusal
    named = Counter(f"{one.funding} {one.payment}" for one in command.payments)
    if twice := sorted(one for one, times in named.items() if times > 1):
        return refuse("payment_twice", payments=tuple(twice))
    paying = confirmed_account(PAYING, setting)
    if isinstance(paying, Refusal):
        return paying
    lines: list[PaymentInFile] = []
    for one in command.payments:
        line = _line(one, command.actor, setting)
        if isinstance(line, Refusal):
            return line
        lines.append(line)
    issued = PaymentFileIssued(execute_on=command.execute_on, paying=paying.holds or 0, payments=tuple(lines))
    at = effective_at(command, setting)
    left = (
        Happening(
            funding_stream(one.funding),
            PaymentIssued(payment=one.payment, payment_file=command.payment_file),
            at,
        )
        for one in lines
    )
    return (Happening(command.stream, issued, at), *left)


def _not_then(day: date, today: date) -> Refusal | None:
    """Why the bank cannot be asked to pay on that day, with the nearest on which it can; None if it can."""
    if day < today:
        return refuse("execution_past", execute_on=day, today=next_bank_day(today))
    furthest = day_after(today, _FURTHEST)
    if day > furthest:
        return refuse("execution_far", execute_on=day, furthest=last_bank_day(furthest))
    if not bank_day(day):
        return refuse("execution_closed", execute_on=day, open=next_bank_day(day))
    return None


def streams_beside_payment_file(command: IssuePaymentFile, states: Mapping[str, State]) -> Iterator[str]:
    """The fundings whose payments they are, and the bank details that they go to."""
    yield account_stream(PAYING)
    for one in command.payments:
        yield funding_stream(one.funding)
        funding = states.get(funding_stream(one.funding))
        yield from streams_of_request(funding, states)
        if isinstance(funding, Funding) and (payment := funding.payments.get(one.payment)):
            yield account_stream(payment.account)


def end_to_end(funding: str, payment: int) -> str:
    """What the bank passes on with a payment, at most 35 characters: unique, and the same every time."""
    if len(funding) <= _LONGEST_NAME:
        return f"{funding}/{payment}"
    digest = sha256(funding.encode()).hexdigest()[:_DIGITS]
    return f"{funding[: _LONGEST_NAME - _DIGITS - 1]}.{digest}/{payment}"


def _line(one: OrderedPayment, actor: str, setting: Setting) -> PaymentInFile | Refusal:
    """A payment as the file holds it: ordered and not left yet, to bank details that hold still."""
    funding = setting.read(Funding, funding_stream, one.funding)
    if funding is None:
        return refuse("unknown_funding", funding=one.funding)
    payment = funding.payments.get(one.payment)
    if payment is None:
        return refuse("unknown_payment", payment=one.payment, known=tuple(funding.payments))
    if payment.stage != "ordered":
        return refuse("payment_stage", payment=one.payment, stage=payment.stage, wanted="ordered")
    organisation = setting.organisation
    did = acted_before(organisation, actor, funding, payment.tranche)
    if did and not same_person(organisation, actor, payment.ordered_by):
        return refuse("acted_before", tranche=payment.tranche, step=did)
    account = confirmed_account(payment.account, setting)
    if isinstance(account, Refusal):
        return account
    if account.holds != payment.bank_details:
        return refuse("bank_details_changed", account=account.id, payment=payment.number)
    return _in_file(one, payment)


def _in_file(one: OrderedPayment, payment: Payment) -> PaymentInFile:
    return PaymentInFile(
        funding=one.funding,
        payment=one.payment,
        cents=payment.cents,
        account=payment.account,
        bank_details=payment.bank_details,
        reference=end_to_end(one.funding, one.payment),
    )
