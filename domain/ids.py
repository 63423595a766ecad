"""How ids are made: derived, never drawn, so that doing something again gives the same id."""

from datetime import datetime
from hashlib import sha256

ORGANISATION_STREAM = "organisation"
"""The stream of the organisation itself: its people and their roles."""

SERVICE = "escale"
"""The actor of what the service does by itself."""


def cooperation_stream(cooperation: str) -> str:
    """The stream of a cooperation; also the id of its workflow."""
    return f"cooperation:{cooperation}"


def workflow_id(organisation: str, cooperation: str) -> str:
    """The id of a cooperation's workflow: ``cooperation:<organisation>/<id>``, unique in a namespace."""
    return f"cooperation:{organisation}/{cooperation}"


def file_of(stream: str) -> str | None:
    """The cooperation whose stream it is; None for the organisation's."""
    kind, _, cooperation = stream.partition(":")
    return cooperation if kind == "cooperation" else None


def person_id(command_id: str) -> str:
    """The id of the person whom a command registered."""
    return "p-" + _digest("person", command_id)[:12]


def secret_id(command_id: str, index: int, field: str) -> str:
    """The place in the vault of one private field of a command's ``index``-th event."""
    return _digest("secret", command_id, str(index), field)[:32]


def message_id(file: str, occurrence: str, rung: str, recipient: str) -> str:
    """The id of a message: derived from its claim, and from nothing else."""
    return _digest("message", file, occurrence, rung, recipient)[:32]


def reminder_command_id(file: str, occurrence: str, rung: str) -> str:
    """The command that issues one rung of one occurrence."""
    return f"remind/{file}/{occurrence}/{rung}"


def silence_command_id(file: str, occurrence: str) -> str:
    """The command that counts the silence about one occurrence."""
    return f"silence/{file}/{occurrence}"


def outage_command_id(since: datetime, until: datetime) -> str:
    """The command that records one outage."""
    return f"outage/{since:%Y%m%dT%H%M%S}/{until:%Y%m%dT%H%M%S}"


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()
