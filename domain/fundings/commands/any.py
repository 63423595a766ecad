"""Every command about a funding."""

from domain.fundings.commands.payments import PaymentCommand
from domain.fundings.commands.requests import RequestCommand

AnyFundingCommand = RequestCommand | PaymentCommand
"""Commands whose subject is one funding; ``domain.fundings.commands.requests`` and ``payments`` have them."""
