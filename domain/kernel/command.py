"""What every command has in common."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.model import Model
from domain.kernel.moments import Moment
from domain.kernel.prose import ClearProse
from domain.kernel.values import Actor, CommandId, Entry, Key

Answers = Annotated[dict[Key, ClearProse], Field(max_length=500)]
"""What a re-submission answers to each point of the refusal or deferral; a whole panel may have raised many."""


class Command(Model):
    """What somebody wants done. ``type`` names it; the same ``command_id`` twice does it once.

    What a command is, its class says: ``domain.registry.commands`` has them all.
    """

    by_the_service: ClassVar[Literal["never", "also", "only"]] = "never"
    """Whether the service gives it by itself, instead of people or as they do."""

    command_id: CommandId
    """Chosen by the client; repeat it to ask again without doing twice."""
    actor: Actor
    """Who wants it: a person's id, or ``escale`` for the service itself."""
    effective_at: Moment | None = None
    """When it happened; now, if missing."""

    @property
    def stream(self) -> str:
        """The stream of what it is about: the organisation's, where nothing else is named."""
        return ORGANISATION_STREAM


class AboutFile(Command):
    """A command about a cooperation, a review or a funding, which others may change at the same time."""

    seen: Entry | None = None
    """The last entry of the file that whoever gives it has seen: what others decided there since is told first."""

    @property
    def rests_on(self) -> str:
        """The stream of the file that was seen: of what it is about, or of what it begins something in."""
        return self.stream


class MoneyCommand(Command):
    """A command about the organisation's own money: an envelope, bank details, a file for the bank."""
