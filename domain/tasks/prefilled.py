"""A command as far as it is known before somebody gives it: its kind, and the fields that go without saying."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.kernel.command import Command
from domain.tasks.task import Offered


@dataclass(frozen=True, slots=True)
class Prefilled:
    """A command to be given, and those of its fields that are known already: the rest is for its giver to say.

    A part of a field is named by its path: ``request.instrument``.
    """

    command: type[Command]
    fields: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The command's name, as it is written everywhere."""
        return self.command.__name__

    @property
    def offered(self) -> Offered:
        """The same as a row of tasks keeps it."""
        return Offered(command=self.name, fields=self.fields)
