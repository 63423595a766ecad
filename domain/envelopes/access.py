"""Who may keep envelopes and bank details, and send payments to the bank."""

from domain.commands import AnyAccountCommand, AnyEnvelopeCommand
from domain.commands.payments import IssuePaymentFile
from domain.decide.setting import Setting
from domain.refusals import Refusal


def may_keep_money(
    command: AnyEnvelopeCommand | AnyAccountCommand | IssuePaymentFile, setting: Setting
) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    raise NotImplementedError(command, setting)
