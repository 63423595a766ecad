"""Who may give which command about a funding: nobody decides, approves or pays their own proposal."""

from domain.cooperations.state import Cooperation
from domain.files.charge import unless_in_charge
from domain.files.setting import Setting
from domain.fundings.amending import amount_amended
from domain.fundings.circuit import entitled, level_deciding
from domain.fundings.commands.any import AnyFundingCommand
from domain.fundings.commands.payments import PaymentCommand
from domain.fundings.commands.requests import (
    DecideAmendment,
    DecideFunding,
    ReclaimFunds,
    ReleaseFunds,
    RequestCommand,
    RequestFunding,
)
from domain.fundings.decide.context import context_at
from domain.fundings.payment_access import may_pay
from domain.fundings.state import Funding
from domain.kernel.ids import cooperation_stream
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.people.identity import one_of, same_person
from domain.reviews.impartial import unless_clear

_MONEY = (Role.PROGRAMME_MANAGER, Role.FINANCE_OFFICER)


def may_fund(command: AnyFundingCommand, funding: Funding | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may, or if the rules say that there is nothing.

    Those in charge ask, lay down agreements and propose; the body entitled to the amount decides, never who asked.
    Nobody in a conflict has a hand in it.
    """
    if isinstance(command, PaymentCommand):
        return may_pay(command, funding, setting)
    if isinstance(command, RequestFunding):
        cooperation = setting.read(Cooperation, cooperation_stream, command.cooperation)
        return unless_in_charge(command.actor, cooperation, setting) if cooperation else None
    if funding is None:
        return None
    return _by_role(command, funding, setting) or unless_clear(
        command.actor, funding, setting, judging=command.judges
    )


def _by_role(command: RequestCommand, funding: Funding, setting: Setting) -> Refusal | None:
    match command:
        case DecideFunding():
            own = one_of(setting.organisation, command.actor, funding.askers)
            return _decides(command, funding, funding.request.amount_cents, setting, own=own)
        case DecideAmendment(amendment=key):
            known = funding.amendments.get(key)
            if known is None:
                return None
            own = same_person(setting.organisation, command.actor, known.proposed_by)
            return _decides(command, funding, amount_amended(funding, known), setting, own=own)
        case ReleaseFunds() | ReclaimFunds():
            return unless_in_charge(command.actor, funding, setting, _MONEY)
    return unless_in_charge(command.actor, funding, setting)


def _decides(
    command: RequestCommand, funding: Funding, cents: int, setting: Setting, *, own: bool
) -> Refusal | None:
    context = context_at(command, funding, setting)
    if context is None:
        return None
    level = level_deciding(funding, context.instrument, cents)
    if level is None:
        return None
    if not entitled(
        level, command.actor, funding.region, context.rulebook, setting.organisation, setting.now
    ):
        return refuse("not_entitled", roles=level.by, region=funding.region)
    return refuse("own_proposal") if own else None
