"""Envelopes, bank details and files for the bank: which rule answers which command."""

from collections.abc import Iterator, Mapping

from domain.commands import AnyMoneyCommand
from domain.commands.base import AccountCommand, EnvelopeCommand
from domain.commands.payments import IssuePaymentFile
from domain.decide.money.accounts import decide_account
from domain.decide.money.envelopes import decide_envelope, streams_beside_envelope
from domain.decide.money.payment_files import issue_payment_file, streams_beside_payment_file
from domain.decide.setting import Happening, Setting, State, in_future
from domain.refusals import Refusal


def decide_money(command: AnyMoneyCommand, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command about an envelope, bank details or a file for the bank gives."""
    if refusal := in_future(command, setting, setting.organisation.zone_of(None)):
        return refusal
    if isinstance(command, EnvelopeCommand):
        return decide_envelope(command, setting)
    if isinstance(command, AccountCommand):
        return decide_account(command, setting)
    return issue_payment_file(command, setting)


def streams_beside_money(command: AnyMoneyCommand, states: Mapping[str, State]) -> Iterator[str]:
    """The streams that deciding the command rests on besides its own, as far as ``states``, read so far, tell."""
    if isinstance(command, EnvelopeCommand):
        yield from streams_beside_envelope(command)
    elif isinstance(command, IssuePaymentFile):
        yield from streams_beside_payment_file(command, states)
