"""Who may keep envelopes and bank details, and send payments to the bank.

An envelope serves every region: the board and administrators keep it, by a role that they hold for the whole
organisation. Bank details belong to no region: any finance officer gives or checks them. A file for the bank
leaves by a finance officer of every region whose payments are in it, who has no conflict about any of them.
"""

from collections.abc import Iterable

from domain.bank.access import KEEP_BANK_DETAILS
from domain.bank.commands import ConfirmBankDetails
from domain.envelopes.commands import EnvelopeCommand
from domain.files.setting import Setting
from domain.fundings.commands.payments import IssuePaymentFile
from domain.fundings.state import Funding
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.people.identity import same_person
from domain.people.roles import roles_anywhere, roles_of
from domain.registry.commands import AnyMoneyCommand
from domain.reviews.impartial import conflict_about

_ENVELOPES = (Role.BOARD, Role.ADMINISTRATOR)
_PAYMENT_FILES = (Role.FINANCE_OFFICER,)


def may_keep_money(command: AnyMoneyCommand, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    if isinstance(command, EnvelopeCommand):
        return _for_regions(command.actor, _ENVELOPES, (None,), setting)
    if isinstance(command, IssuePaymentFile):
        found = (setting.funding(one.funding) for one in command.payments)
        fundings = [one for one in found if one]
        regions = sorted({one.region for one in fundings})
        return (
            _for_regions(command.actor, _PAYMENT_FILES, regions, setting)
            or _anywhere(command.actor, _PAYMENT_FILES, setting)
            or _conflicted(command.actor, fundings, setting)
        )
    account = setting.account(command.account)
    pending = account and account.pending and account.versions[account.pending]
    own = pending and same_person(setting.organisation, command.actor, pending.proposed_by)
    if isinstance(command, ConfirmBankDetails) and own:
        return refuse("own_proposal")
    return _anywhere(command.actor, KEEP_BANK_DETAILS, setting)


def _conflicted(actor: str, fundings: Iterable[Funding], setting: Setting) -> Refusal | None:
    """Nobody sends money to the bank in whose request they have no hand; the others of the file may leave."""
    conflicted = [one.id for one in fundings if conflict_about(actor, one, setting)]
    return refuse("payments_in_conflict", fundings=tuple(dict.fromkeys(conflicted))) if conflicted else None


def _for_regions(
    actor: str, could: tuple[Role, ...], regions: Iterable[str | None], setting: Setting
) -> Refusal | None:
    for region in regions:
        if not roles_of(setting.organisation, actor, region, setting.now) & set(could):
            return refuse("not_entitled", roles=could, region=region or "*")
    return None


def _anywhere(actor: str, could: tuple[Role, ...], setting: Setting) -> Refusal | None:
    held = roles_anywhere(setting.organisation, actor, setting.now)
    return None if held & set(could) else refuse("not_entitled", roles=could, region="*")
