"""Who may ask for tranches, approve and pay them: people who differ, where the rulebook says so."""

from domain.commands.payments import (
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
from domain.decide.setting import MANAGER_ROLES, Setting
from domain.directory import roles_of
from domain.envelopes.bounds import instrument_of
from domain.fundings.circuit import entitled
from domain.fundings.people import acted_before, approver_or_requester
from domain.fundings.schedule import approval_levels
from domain.fundings.state import Funding
from domain.refusals import Refusal, refuse
from domain.rulebook import Instrument, Level
from domain.values import Role

_FINANCE = (Role.FINANCE_OFFICER,)
_MANAGER = (Role.PROGRAMME_MANAGER,)


def may_pay(command: PaymentCommand, funding: Funding | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may, or if the rules say why there is nothing to do.

    Those in charge ask for tranches and keep reports; the bodies of each level approve; a finance officer pays.
    """
    rulebook = setting.rulebook
    instrument = instrument_of(rulebook, funding.instrument) if rulebook and funding else None
    if funding is None or instrument is None:
        return None
    match command:
        case RequestTranche() | SubmitReport() | ReturnReport():
            return _as_manager(command, funding, setting)
        case AcceptReport(report=key):
            known = funding.reports.get(key)
            own = known is not None and known.submitted_by == command.actor
            return refuse("own_proposal") if own else _as_manager(command, funding, setting)
        case ApproveTranche(tranche=key):
            return _approves(command, funding, instrument, key, setting)
        case ReturnTranche(tranche=key):
            return _returns(command, funding, instrument, key, setting)
        case OrderPayment(tranche=key):
            return _pays(command, funding, instrument, key, setting)
        case ConfirmPayment(payment=number):
            payment = funding.payments.get(number)
            return _pays(command, funding, instrument, payment.tranche if payment else None, setting)
        case FailPayment() | RecordRefund():
            return _by_role(command, funding, _FINANCE, setting)


def _by_role(
    command: PaymentCommand, funding: Funding, could: tuple[Role, ...], setting: Setting
) -> Refusal | None:
    held = roles_of(setting.organisation, command.actor, funding.region, setting.now)
    return None if held & set(could) else refuse("not_entitled", roles=could, region=funding.region)


def _as_manager(command: PaymentCommand, funding: Funding, setting: Setting) -> Refusal | None:
    """A programme manager of the region, or who is in charge of the cooperation."""
    held = roles_of(setting.organisation, command.actor, funding.region, setting.now)
    if command.actor in funding.managers and held & MANAGER_ROLES:
        return None
    return _by_role(command, funding, _MANAGER, setting)


def _approves(
    command: PaymentCommand, funding: Funding, instrument: Instrument, key: str, setting: Setting
) -> Refusal | None:
    tranche = funding.tranches.get(key)
    if tranche is None or tranche.stage != "requested":
        return None
    level = approval_levels(instrument, tranche.cents)[len(tranche.approved_by)]
    if not _at(level, command, funding, setting):
        return refuse("not_entitled", roles=level.by, region=funding.region)
    did = approver_or_requester(command.actor, funding, key) if instrument.distinct_people else None
    return refuse("acted_before", tranche=key, step=did) if did else None


def _returns(
    command: PaymentCommand, funding: Funding, instrument: Instrument, key: str, setting: Setting
) -> Refusal | None:
    """Whoever may approve it at some level, or pay it."""
    tranche = funding.tranches.get(key)
    if tranche is None:
        return None
    levels = approval_levels(instrument, tranche.cents)
    if any(_at(one, command, funding, setting) for one in levels):
        return None
    could = tuple(dict.fromkeys((*(body for one in levels for body in one.by), *_FINANCE)))
    held = roles_of(setting.organisation, command.actor, funding.region, setting.now)
    return None if held & set(_FINANCE) else refuse("not_entitled", roles=could, region=funding.region)


def _pays(
    command: PaymentCommand, funding: Funding, instrument: Instrument, key: str | None, setting: Setting
) -> Refusal | None:
    if refusal := _by_role(command, funding, _FINANCE, setting):
        return refusal
    did = acted_before(command.actor, funding, key) if key and instrument.distinct_people else None
    return refuse("acted_before", tranche=key, step=did) if did else None


def _at(level: Level, command: PaymentCommand, funding: Funding, setting: Setting) -> bool:
    rulebook = setting.rulebook
    return rulebook is not None and bool(
        entitled(level, command.actor, funding.region, rulebook, setting.organisation, setting.now)
    )
