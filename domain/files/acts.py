"""What is known of a file's acts: what the service did, announced or could not do, and what people hold back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.kernel.prose import Prose


@dataclass(frozen=True, slots=True)
class HeldAct:
    """An act that somebody holds back: until the end of a day, for good if None; the entry that says so."""

    entry: int
    by: str
    reason: Prose
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RefusedAct:
    """Why the service could not do an act, as a refusal has it; the first entry that says so, and the last."""

    code: str
    params: Mapping[str, str]
    since: int
    entry: int


@dataclass(frozen=True, slots=True)
class ActsSeen:
    """The acts of a file, as its entries tell."""

    performed: Mapping[str, int] = field(default_factory=dict)
    """Per occurrence, the entry."""
    announced: Mapping[str, int] = field(default_factory=dict)
    """Per occurrence, the entry."""
    held: Mapping[str, HeldAct] = field(default_factory=dict)
    """By the act's key."""
    refused: Mapping[str, RefusedAct] = field(default_factory=dict)
    """Per occurrence that could not be done and has not been done since."""
    in_a_row: int = 0
    """How many were done since a person's last command about the file."""


NO_ACTS = ActsSeen()
