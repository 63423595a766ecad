"""What every command about a cooperation says, and what it is."""

from typing import ClassVar

from domain.kernel.command import AboutFile
from domain.kernel.ids import cooperation_stream
from domain.kernel.values import ASLEEP, Slug, Standstill


class FileCommand(AboutFile):
    """A command about one cooperation: a step in its life, unless it says otherwise."""

    begins: ClassVar[bool] = False
    """Whether it makes the file: there is none before it."""
    by_those_in_charge: ClassVar[bool] = False
    """Whether those in charge of the file may give it with any manager's role; else it takes the role itself."""
    in_order: ClassVar[bool] = True
    """Whether it may not take effect before the last step; what is recorded only may be told late."""
    also_when_closed: ClassVar[bool] = False
    """Whether it may be given about a closed file."""
    not_while: ClassVar[frozenset[Standstill]] = ASLEEP
    """The standstills of the file during which it may not be given."""
    told_to_reviews_and_fundings: ClassVar[bool] = False
    """Whether the file may be in another state, in other hands, or under a charter after it."""
    told_to_waiting_files: ClassVar[bool] = False
    """Whether the file may be in another phase, completed, or completed no more after it."""

    cooperation: Slug
    """The file it concerns."""

    @property
    def stream(self) -> str:
        """The cooperation's stream."""
        return cooperation_stream(self.cooperation)


class RecordCommand(FileCommand):
    """A command that records something of a cooperation: it may be told late, by those in charge, also in a sleep."""

    by_those_in_charge = True
    in_order = False
    not_while = frozenset()
