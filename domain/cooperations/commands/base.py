"""What every command about a cooperation says."""

from domain.kernel.command import Command
from domain.kernel.ids import cooperation_stream
from domain.kernel.values import Slug


class FileCommand(Command):
    """A command about one cooperation."""

    cooperation: Slug
    """The file it concerns."""

    @property
    def stream(self) -> str:
        """The cooperation's stream."""
        return cooperation_stream(self.cooperation)
