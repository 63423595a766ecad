"""What every command about a funding says, and what it is."""

from typing import ClassVar

from domain.kernel.command import AboutFile
from domain.kernel.ids import funding_stream
from domain.kernel.values import Slug


class FundingCommand(AboutFile):
    """A command about one funding: a step in its life, unless it says otherwise."""

    judges: ClassVar[bool] = False
    """Whether it judges what is asked for, or pays it: who asked may not give it."""
    in_order: ClassVar[bool] = True
    """Whether it may not take effect before the last step; what others did may be told late."""
    not_while_asleep: ClassVar[bool] = False
    """Whether it waits while the cooperation sleeps, or is to be abandoned."""
    frees_money: ClassVar[bool] = False
    """Whether it may give back what is set aside."""

    funding: Slug
    """The funding it concerns."""

    @property
    def stream(self) -> str:
        """The funding's stream."""
        return funding_stream(self.funding)
