"""Who may give which command about a funding: nobody decides, approves or pays their own proposal."""

from domain.commands import AnyFundingCommand
from domain.decide.setting import Setting
from domain.fundings.state import Funding
from domain.refusals import Refusal


def may_fund(command: AnyFundingCommand, funding: Funding | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    raise NotImplementedError(command, funding, setting)
