"""The entries of a file, as rules look back on them."""

from dataclasses import dataclass
from typing import Literal

from domain.kernel.model import Model
from domain.kernel.values import Entry, Key


class GateItemHeld(Model):
    """One item of a gate when it was passed: how it held, and the entries that it rests on."""

    item: Key
    held: Literal["met", "waived"]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One entry of the file, as corrections and gates see it: its type, key, moment and pass.

    ``key`` is what the entry is about: the deliverable, gate item, stakeholder, experiment or kind of occasion.
    """

    number: int
    type: str
    key: str | None
    at: str
    pass_number: int
    void: bool = False
    basis: tuple[int, ...] = ()
    """The entries on which a declaration or a signing rests."""
    gate: tuple[GateItemHeld, ...] = ()
    """How a gate was passed, when the entry is the decision that passed it."""
    by: str = ""
    """Who recorded it."""
    outdates: bool = False
    """Whether what was seen of the file before it is outdated by it."""
