"""Commands about bank details."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from domain.bank.identifiers import account_named
from domain.kernel.command import MoneyCommand
from domain.kernel.ids import account_stream
from domain.kernel.money import AccountId
from domain.kernel.prose import ClearProse


class AccountCommand(MoneyCommand):
    """A command about somebody's bank details."""

    account: Annotated[AccountId, BeforeValidator(account_named)]
    """Whose: by their number, as people paste it, or ``paying`` for the organisation's own."""

    @property
    def stream(self) -> str:
        """The stream of these bank details."""
        return account_stream(self.account)


class ProposeBankDetails(AccountCommand):
    """Give new bank details; until somebody else confirms or rejects them, nothing is paid to that account."""

    type: Literal["ProposeBankDetails"]
    holder: ClearProse
    iban: ClearProse
    bic: ClearProse | None = None


class ConfirmBankDetails(AccountCommand):
    """Confirm proposed bank details, checked with their holder; never who proposed them."""

    type: Literal["ConfirmBankDetails"]
    version: Annotated[int, Field(ge=1)]
    note: ClearProse | None = None


class RejectBankDetails(AccountCommand):
    """Reject proposed bank details: those before them hold on."""

    type: Literal["RejectBankDetails"]
    version: Annotated[int, Field(ge=1)]
    reason: ClearProse


AnyAccountCommand = ProposeBankDetails | ConfirmBankDetails | RejectBankDetails
"""Commands whose subject is somebody's bank details."""
