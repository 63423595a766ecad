"""To whom a funding is paid."""

from domain.fundings.state import Funding
from domain.money import AccountId


def account_of(funding: Funding) -> AccountId:
    """The account of its beneficiary: by SIRET, or by RNA number in small letters."""
    return funding.request.beneficiary.identifier.replace(" ", "").lower()
