"""What a client is answered: recorded, refused or invalid; the same for web, command line and workflows."""

from collections.abc import Mapping
from typing import Literal

from domain.kernel.model import Model
from domain.kernel.text import Sentence


class RefusalAnswer(Model):
    """Why not, and what would make it pass."""

    code: str
    params: Mapping[str, str] = {}
    """Ids, keys and codes that the sentence speaks of, for programs."""
    message: Sentence
    remedy: Sentence


class Problem(Model):
    """One mistake in what was sent: where it is, and what would be accepted there; never the value sent."""

    pointer: str
    """The place as a JSON pointer (RFC 6901): ``/request/plan/0/cents``; empty for the whole."""
    message: Sentence


class Answer(Model):
    """The outcome of one command. ``events`` are the types recorded; ``position`` is the last one's."""

    command_id: str | None
    outcome: Literal["recorded", "refused", "invalid"]
    repeated: bool = False
    position: int | None = None
    events: tuple[str, ...] = ()
    refusal: RefusalAnswer | None = None
    problems: tuple[Problem, ...] = ()
    """Every mistake of an invalid command, where the refusal's sentence names the first few."""
