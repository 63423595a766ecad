"""Bank details: proposed, confirmed or rejected by somebody else (``domain.bank.access``)."""

from stdnum import bic, iban

from domain.bank.commands import AnyAccountCommand, ConfirmBankDetails, ProposeBankDetails, RejectBankDetails
from domain.bank.events import BankDetailsConfirmed, BankDetailsProposed, BankDetailsRejected
from domain.bank.identifiers import is_siret
from domain.bank.sepa import in_sepa, same_country
from domain.bank.state import Account
from domain.files.setting import Decision, Happening, Setting, effective_at
from domain.kernel.ids import account_stream
from domain.kernel.pasted import close
from domain.kernel.prose import Prose
from domain.kernel.refusal import Refusal, refuse

_EMPTY = ""


def decide_account(command: AnyAccountCommand, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command about bank details gives."""
    decision = _decide(command, setting.read(Account, account_stream, command.account))
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


def wrong_account(account: str) -> Refusal | None:
    """What is wrong with whose account it is: 14 digits may be no SIRET."""
    if account.isdigit() and not is_siret(account):
        return refuse("siret_invalid", account=account)
    return None


def _propose(command: ProposeBankDetails, account: Account) -> Decision:
    """Numbers that can exist, and one change at a time. Private text stays out of refusals: they name no number."""
    if refusal := wrong_account(command.account):
        return refusal
    number = close(command.iban.text or _EMPTY)
    bank = close(command.bic.text or _EMPTY) if command.bic else None
    if flaw := _flaw(number, bank):
        return refuse(flaw, account=command.account)
    if account.pending is not None:
        return refuse("bank_details_pending", account=account.id, version=account.pending)
    proposed = BankDetailsProposed(
        bank_details=len(account.versions) + 1,
        proposed_by=command.actor,
        holder=command.holder,
        iban=Prose(text=number),
        bic=Prose(text=bank) if bank else None,
    )
    return (proposed,)


def _flaw(number: str, bank: str | None) -> str | None:
    """Why nothing could be paid there by SEPA credit transfer; None if it could."""
    if not iban.is_valid(number):
        return "iban_invalid"
    if not in_sepa(number):
        return "iban_outside_sepa"
    if bank is None:
        return None
    if not bic.is_valid(bank):
        return "bic_invalid"
    return None if same_country(number, bank) else "bic_of_another_country"
