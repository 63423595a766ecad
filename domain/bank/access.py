"""Who may keep bank details: they belong to no region, and nobody confirms what they proposed."""

from domain.bank.commands import AnyAccountCommand, ConfirmBankDetails
from domain.bank.state import Account
from domain.files.charge import unless_held_anywhere
from domain.files.setting import Setting
from domain.kernel.ids import account_stream
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.people.identity import same_person

KEEP_BANK_DETAILS = (Role.FINANCE_OFFICER, Role.ADMINISTRATOR)


def may_keep_details(command: AnyAccountCommand, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    account = setting.read(Account, account_stream, command.account)
    pending = account and account.pending and account.versions[account.pending]
    own = pending and same_person(setting.organisation, command.actor, pending.proposed_by)
    if isinstance(command, ConfirmBankDetails) and own:
        return refuse("own_proposal")
    return unless_held_anywhere(command.actor, KEEP_BANK_DETAILS, setting)
