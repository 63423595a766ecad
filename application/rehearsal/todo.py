"""What people mean to do about a review or a funding, and by which of its deadlines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.deadlines.deadline import Deadline
from domain.files.file import KeptFile

AS = "as"
Deed = Mapping[str, Any]
"""A command as people write it: its type and fields; ``as`` says who gives it, where not just anybody who may."""


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to do: which deadline asks for it, about which part of the file, and by which commands.

    ``patient``: it is looked at again, as often as need be, until the rules accept it. ``at_once``: people do not wait.
    """

    file: KeptFile
    deadline: str
    deeds: tuple[Deed, ...]
    subject: str | None = None
    patient: bool = False
    at_once: bool = False

    @property
    def key(self) -> str:
        """What it comes to, the same for as long as it is to be done."""
        return f"{self.file.key}/{self.deeds[-1]['type']}/{self.subject or ''}"

    def asked_by(self, deadlines: tuple[Deadline, ...]) -> Deadline | None:
        """The open deadline that asks for it, if one does."""
        of_it = (one for one in deadlines if one.key == self.deadline)
        return next((one for one in of_it if one.subject in (None, self.subject)), None)
