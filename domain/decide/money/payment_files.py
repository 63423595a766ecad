"""Files for the bank: ordered payments leave together, each in one file."""

from collections.abc import Iterator, Mapping

from domain.commands.payments import IssuePaymentFile
from domain.decide.setting import Happening, Setting, State
from domain.refusals import Refusal


def issue_payment_file(command: IssuePaymentFile, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """Put ordered payments into one file: all of them or none."""
    raise NotImplementedError(command, setting)


def streams_beside_payment_file(command: IssuePaymentFile, states: Mapping[str, State]) -> Iterator[str]:
    """The fundings whose payments they are, and the bank details that they go to."""
    raise NotImplementedError(command, states)
