"""Envelopes, bank details and files for the bank: which rule answers which command."""

from collections.abc import Iterator, Mapping

from domain.commands import AnyAccountCommand, AnyEnvelopeCommand
from domain.commands.payments import IssuePaymentFile
from domain.decide.setting import Happening, Setting, State
from domain.refusals import Refusal

MoneyCommand = AnyEnvelopeCommand | AnyAccountCommand | IssuePaymentFile


def decide_money(command: MoneyCommand, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command about an envelope, bank details or a file for the bank gives."""
    raise NotImplementedError(command, setting)


def streams_beside_money(command: MoneyCommand, states: Mapping[str, State]) -> Iterator[str]:
    """The streams that deciding the command rests on besides its own, as far as ``states``, read so far, tell."""
    raise NotImplementedError(command, states)
