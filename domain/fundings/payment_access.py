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
from domain.fundings.decide.context import Case, case_at
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
    case = case_at(command, funding, setting) if funding else None
    if funding is None or case is None:
        return None
    return _by_role(command, funding, case) or unless_clear(
        command.actor, funding, setting, judging=command.judges
    )


def _by_role(command: PaymentCommand, funding: Funding, case: Case) -> Refusal | None:
    setting = case.setting
    match command:
        case RequestTranche() | SubmitReport() | ReturnReport():
            return unless_in_charge(command.actor, funding, setting)
        case AcceptReport(report=key):
            known = funding.reports.get(key)
            own = known is not None and same_person(setting.organisation, command.actor, known.submitted_by)
            return refuse("own_proposal") if own else unless_in_charge(command.actor, funding, setting)
        case ApproveTranche(tranche=key):
            return _approves(command, case, key)
        case ReturnTranche(tranche=key):
            return _returns(command, case, key)
        case OrderPayment(tranche=key):
            return _pays(command, case, key)
        case ConfirmPayment(payment=number):
            payment = funding.payments.get(number)
            return _pays(command, case, payment.tranche if payment else None)
        case FailPayment() | RecordRefund():
            return _as_finance_officer(command, case)


def _as_finance_officer(command: PaymentCommand, case: Case) -> Refusal | None:
    return unless_entitled(command.actor, PAYING, case.funding.region, case.setting)


def _approves(command: PaymentCommand, case: Case, key: str) -> Refusal | None:
    tranche = case.funding.tranches.get(key)
    level = level_to_approve(case.instrument, tranche) if tranche else None
    if level is None:
        return None
    if not _at(level, command.actor, case):
        return refuse("not_entitled", roles=level.by, region=case.funding.region)
    did = approver_or_requester(case.setting.organisation, command.actor, case.funding, key)
    return _another_person(did, case, key)


def _returns(command: PaymentCommand, case: Case, key: str) -> Refusal | None:
    """Whoever may approve it at some level, or pay it."""
    tranche = case.funding.tranches.get(key)
    if tranche is None or _as_finance_officer(command, case) is None:
        return None
    levels = approval_levels(case.instrument, tranche.cents)
    if any(_at(one, command.actor, case) for one in levels):
        return None
    could = tuple(dict.fromkeys((*(body for one in levels for body in one.by), *PAYING)))
    return refuse("not_entitled", roles=could, region=case.funding.region)


def _pays(command: PaymentCommand, case: Case, key: str | None) -> Refusal | None:
    if refusal := _as_finance_officer(command, case):
        return refusal
    if key is None:
        return None
    did = acted_before(case.setting.organisation, command.actor, case.funding, key)
    return _another_person(did, case, key)


def _another_person(did: Did | None, case: Case, key: str) -> Refusal | None:
    """Whoever did something for a tranche does nothing more, where the rulebook wants its people to differ."""
    if did is None or not case.instrument.distinct_people:
        return None
    return refuse("acted_before", tranche=key, step=did)


def _at(level: Level, person: str, case: Case) -> bool:
    setting, region = case.setting, case.funding.region
    body = entitled(level, person, region, case.rulebook, setting.organisation, setting.now)
    return body is not None
