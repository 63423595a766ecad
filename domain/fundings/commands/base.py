"""What every command about a funding says."""

from domain.kernel.command import Command
from domain.kernel.ids import funding_stream
from domain.kernel.values import Slug


class FundingCommand(Command):
    """A command about one funding."""

    funding: Slug
    """The funding it concerns."""

    @property
    def stream(self) -> str:
        """The funding's stream."""
        return funding_stream(self.funding)
