"""Bank details: proposed, confirmed or rejected by somebody else (``domain.envelopes.access``)."""

from stdnum import bic, iban
from stdnum.fr import siret

from domain.commands import AnyAccountCommand
from domain.commands.payments import ConfirmBankDetails, ProposeBankDetails, RejectBankDetails
from domain.decide.setting import Decision, Happening, Setting, effective_at
from domain.envelopes.state import Account
from domain.events.payments import BankDetailsConfirmed, BankDetailsProposed, BankDetailsRejected
from domain.prose import Prose
from domain.refusals import Refusal, refuse

_EMPTY = ""


def decide_account(command: AnyAccountCommand, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command about bank details gives."""
    decision = _decide(command, setting.account(command.account))
    if isinstance(decision, Refusal):
        return decision
    at = effective_at(command, setting)
    return tuple(Happening(command.stream, event, at) for event in decision)


def _decide(command: AnyAccountCommand, account: Account | None) -> Decision:
    if isinstance(command, ProposeBankDetails):
        return _propose(command, account or Account(command.account, 0))
    pending = account.pending if account else None
    if pending is None or command.version != pending:
        return refuse(
            "nothing_to_confirm", account=command.account, version=command.version, pending=pending or 0
        )
    match command:
        case ConfirmBankDetails(note=note):
            return (BankDetailsConfirmed(bank_details=pending, note=note),)
        case RejectBankDetails(reason=reason):
            return (BankDetailsRejected(bank_details=pending, reason=reason),)


def _propose(command: ProposeBankDetails, account: Account) -> Decision:
    """Numbers that can exist, and one change at a time. Private text stays out of refusals: they name no number."""
    if command.account.isdigit() and not siret.is_valid(command.account):
        return refuse("siret_invalid", account=command.account)
    if not iban.is_valid(command.iban.text or _EMPTY):
        return refuse("iban_invalid", account=command.account)
    if command.bic is not None and not bic.is_valid(command.bic.text or _EMPTY):
        return refuse("bic_invalid", account=command.account)
    if account.pending is not None:
        return refuse("bank_details_pending", account=account.id, version=account.pending)
    proposed = BankDetailsProposed(
        bank_details=len(account.versions) + 1,
        proposed_by=command.actor,
        holder=command.holder,
        iban=Prose(text=iban.compact(command.iban.text or _EMPTY)),
        bic=command.bic and Prose(text=bic.compact(command.bic.text or _EMPTY)),
    )
    return (proposed,)
