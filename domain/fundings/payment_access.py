"""Who may ask for tranches, approve and pay them: people who differ, where the rulebook says so."""

from domain.files.charge import unless_entitled, unless_in_charge
from domain.files.setting import Setting
from domain.fundings.circuit import entitled
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
from domain.fundings.distinct_people import Did, acted_before, approver_or_requester
from domain.fundings.schedule import approval_levels, level_to_approve
from domain.fundings.state import Funding
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.people.identity import same_person
from domain.reviews.impartial import unless_clear
from domain.rulebook import Level

PAYING = (Role.FINANCE_OFFICER,)
"""Who pays, in the funding's region."""


def may_pay(command: PaymentCommand, funding: Funding | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may, or if the rules say why there is nothing to do.

    Those in charge ask for tranches and keep reports; the bodies of each level approve; a finance officer pays.
    Nobody in a conflict does any of it.
    """
    context = context_at(command, funding, setting) if funding else None
    if funding is None or context is None:
        return None
    return _by_role(command, funding, context) or unless_clear(
        command.actor, funding, setting, judging=command.judges
    )


def _by_role(command: PaymentCommand, funding: Funding, context: Context) -> Refusal | None:
    setting = context.setting
    match command:
        case RequestTranche() | SubmitReport() | ReturnReport():
            return unless_in_charge(command.actor, funding, setting)
        case AcceptReport(report=key):
            known = funding.reports.get(key)
            own = known is not None and same_person(setting.organisation, command.actor, known.submitted_by)
            return refuse("own_proposal") if own else unless_in_charge(command.actor, funding, setting)
        case ApproveTranche(tranche=key):
            return _approves(command, context, key)
        case ReturnTranche(tranche=key):
            return _returns(command, context, key)
        case OrderPayment(tranche=key):
            return _pays(command, context, key)
        case ConfirmPayment(payment=number):
            payment = funding.payments.get(number)
            return _pays(command, context, payment.tranche if payment else None)
        case FailPayment() | RecordRefund():
            return _as_finance_officer(command, context)


def _as_finance_officer(command: PaymentCommand, context: Context) -> Refusal | None:
    return unless_entitled(command.actor, PAYING, context.funding.region, context.setting)


def _approves(command: PaymentCommand, context: Context, key: str) -> Refusal | None:
    tranche = context.funding.tranches.get(key)
    level = level_to_approve(context.instrument, tranche) if tranche else None
    if level is None:
        return None
    did = approver_or_requester(context.setting.organisation, command.actor, context.funding, key)
    if refusal := _another_person(did, context, key):
        return refusal
    if not _at(level, command.actor, context):
        return refuse("not_entitled", roles=level.by, region=context.funding.region)
    return None


def _returns(command: PaymentCommand, context: Context, key: str) -> Refusal | None:
    """Whoever may approve it at some level, or pay it."""
    tranche = context.funding.tranches.get(key)
    if tranche is None or _as_finance_officer(command, context) is None:
        return None
    levels = approval_levels(context.instrument, tranche.cents)
    if any(_at(one, command.actor, context) for one in levels):
        return None
    could = tuple(dict.fromkeys((*(body for one in levels for body in one.by), *PAYING)))
    return refuse("not_entitled", roles=could, region=context.funding.region)


def _pays(command: PaymentCommand, context: Context, key: str | None) -> Refusal | None:
    did = acted_before(context.setting.organisation, command.actor, context.funding, key) if key else None
    return _another_person(did, context, key or "") or _as_finance_officer(command, context)


def _another_person(did: Did | None, context: Context, key: str) -> Refusal | None:
    """Whoever did something for a tranche does nothing more, where the rulebook wants its people to differ.

    Said before whose role it takes: with that role they could not do it either.
    """
    if did is None or not context.instrument.distinct_people:
        return None
    return refuse("acted_before", tranche=key, step=did)


def _at(level: Level, person: str, context: Context) -> bool:
    setting, region = context.setting, context.funding.region
    body = entitled(level, person, region, context.rulebook, setting.organisation, setting.now)
    return body is not None
