"""Who may give which command about a funding: nobody decides, approves or pays their own proposal."""

from domain.commands import AnyFundingCommand
from domain.commands.fundings import (
    CourseCommand,
    DecideAmendment,
    DecideFunding,
    ReclaimFunds,
    ReleaseFunds,
    RequestFunding,
)
from domain.commands.payments import PaymentCommand
from domain.decide.fundings.case import case_at
from domain.decide.setting import Setting, in_charge
from domain.fundings.amending import amount_after, change_of
from domain.fundings.circuit import body_for, entitled
from domain.fundings.payment_access import may_pay
from domain.fundings.state import Funding
from domain.kept import KeptFile
from domain.refusals import Refusal, refuse
from domain.values import Role

_MANAGER = (Role.PROGRAMME_MANAGER,)
_MONEY = (Role.PROGRAMME_MANAGER, Role.FINANCE_OFFICER)


def may_fund(command: AnyFundingCommand, funding: Funding | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may, or if the rules say that there is nothing.

    Those in charge ask, lay down agreements and propose; the body entitled to the amount decides, never who asked.
    """
    if isinstance(command, PaymentCommand):
        return may_pay(command, funding, setting)
    if isinstance(command, RequestFunding):
        return _leads(command, setting.cooperation(command.cooperation), setting)
    if funding is None:
        return None
    match command:
        case DecideFunding():
            own = command.actor in (funding.requested_by, funding.revised_by)
            return _decides(command, funding, funding.request.amount_cents, setting, own=own)
        case DecideAmendment(amendment=key):
            known = funding.amendments.get(key)
            if known is None:
                return None
            amount = amount_after(funding, change_of(known))
            return _decides(command, funding, amount, setting, own=known.proposed_by == command.actor)
        case ReleaseFunds() | ReclaimFunds():
            return _leads(command, funding, setting, _MONEY)
    return _leads(command, funding, setting)


def _leads(
    command: CourseCommand, file: KeptFile | None, setting: Setting, could: tuple[Role, ...] = _MANAGER
) -> Refusal | None:
    """Who is in charge of the cooperation and still holds a manager's role, or who holds one of these in its region."""
    if file is None or in_charge(command.actor, file, setting, could):
        return None
    return refuse("not_entitled", roles=could, region=file.region)


def _decides(
    command: CourseCommand, funding: Funding, cents: int, setting: Setting, *, own: bool
) -> Refusal | None:
    case = case_at(command, funding, setting)
    level = (
        body_for(case.instrument, cents, fast_track=funding.request.fast_track is not None) if case else None
    )
    if case is None or level is None:
        return None
    if not entitled(level, command.actor, funding.region, case.rulebook, setting.organisation, setting.now):
        return refuse("not_entitled", roles=level.by, region=funding.region)
    return refuse("own_proposal") if own else None
