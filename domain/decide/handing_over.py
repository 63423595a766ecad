"""Handing over at once what one person owes on many panels."""

from domain.commands import HandOverOpinions
from domain.decide.setting import Happening, Setting
from domain.refusals import Refusal


def hand_over_opinions(command: HandOverOpinions, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """One act, an event on each open review on which they owe an opinion: all of them or none."""
    raise NotImplementedError(command, setting)
