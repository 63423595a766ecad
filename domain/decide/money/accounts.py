"""Bank details: proposed, confirmed or rejected by somebody else."""

from domain.commands import AnyAccountCommand
from domain.decide.setting import Happening, Setting
from domain.refusals import Refusal


def decide_account(command: AnyAccountCommand, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command about bank details gives."""
    raise NotImplementedError(command, setting)
