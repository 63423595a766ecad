"""What every command has in common."""

from domain.model import Model
from domain.moments import Moment
from domain.values import Actor, CommandId, Slug


class Command(Model):
    """What somebody wants done. ``type`` names it; the same ``command_id`` twice does it once."""

    command_id: CommandId
    """Chosen by the client; repeat it to ask again without doing twice."""
    actor: Actor
    """Who wants it: a person's id, or ``escale`` for the service itself."""
    effective_at: Moment | None = None
    """When it happened; now, if missing."""


class FileCommand(Command):
    """A command about one cooperation."""

    cooperation: Slug
    """The file it concerns."""
