"""Envelopes, bank details and files for the bank: which rule answers which command."""

from collections.abc import Iterator, Mapping

from domain.bank.commands import AccountCommand
from domain.bank.decide import decide_account
from domain.envelopes.commands import EnvelopeCommand
from domain.envelopes.decide import decide_envelope, streams_beside_envelope
from domain.files.order import in_future
from domain.files.setting import Happening, Setting, State
from domain.fundings.commands.payments import IssuePaymentFile
from domain.fundings.decide.payment_files import issue_payment_file, streams_beside_payment_file
from domain.kernel.refusal import Refusal
from domain.registry.commands import AnyMoneyCommand


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
