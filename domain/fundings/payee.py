"""To whom a funding is paid."""

from domain.bank.identifiers import identifier
from domain.fundings.state import Funding
from domain.kernel.money import AccountId


def account_of(funding: Funding) -> AccountId:
    """The account of its beneficiary, by the number of its register.

    Numbers that were taken before a rule refused them name the account that they always named.
    """
    written = funding.request.beneficiary.identifier
    found = identifier(written)
    return found.account if found else written.replace(" ", "").lower()
