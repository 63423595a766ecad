"""Fundings: which rule answers which command about one."""

from collections.abc import Iterator

from domain.commands import AnyFundingCommand
from domain.decide.setting import Happening, Setting
from domain.fundings.state import Funding
from domain.refusals import Refusal


def decide_funding(
    command: AnyFundingCommand, funding: Funding | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """What a command about a funding gives: in its own stream first, then in envelopes, then in its cooperation's."""
    raise NotImplementedError(command, funding, setting)


def streams_beside_funding(command: AnyFundingCommand, setting: Setting) -> Iterator[str]:
    """The streams that deciding the command rests on besides its own, as far as ``setting.beside``, read so far, tells.

    Which envelopes it rests on takes the rulebook and the year: ``setting`` is the one that decides.
    """
    raise NotImplementedError(command, setting)
