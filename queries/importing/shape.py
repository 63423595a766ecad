"""What a kind of sheet is: its columns, and how its rows become commands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from domain.kernel.command import Command
from domain.kernel.values import Role
from language import Text
from queries.importing.lists import Lists

ColumnKind = Literal[
    "text", "day", "moment", "euros", "whole", "yes-no", "choice", "choices", "insee", "siret", "address"
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet. ``choices``: the list that its values are from."""

    field: str
    kind: ColumnKind = "text"
    required: bool = False
    choices: str = ""
    width: int = 24


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read: its values by field, and what its cells are called, by field."""

    number: int
    values: Mapping[str, Any]
    cells: Mapping[str, str]

    def text(self, name: str) -> str:
        """A text or a chosen value; empty where there is none."""
        return str(self.values.get(name) or "")

    def given(self, **fields: str) -> dict[str, Any]:
        """Fields of a command from fields of the row: those that the row fills in."""
        return {one: self.values[of] for one, of in fields.items() if self.values.get(of) not in (None, ())}


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a row: the cell, what is the matter, what to do. ``zeros``: a zero may have been lost."""

    row: int
    cell: str
    message: Text
    remedy: Text | None = None
    zeros: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """Rows that stand or fall together, and the commands that they become, without their ids' actor.

    ``cells``: what the cells are called that fields of the commands come from, by JSON pointer.
    ``there_if``: codes of refusals that say that what it brings is there already.
    """

    rows: tuple[int, ...]
    commands: tuple[Mapping[str, Any], ...]
    cells: Mapping[str, str]
    there_if: frozenset[str] = frozenset()


Making = Callable[[Sequence[Row], Lists, str], Iterable[Unit | Wrong]]
"""The units of rows; the text is the job’s id, for what has no name of its own."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sheet. ``weighty``: the commands that it gives for which a password is asked again."""

    key: str
    columns: tuple[Column, ...]
    make: Making
    roles: tuple[Role, ...] = (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER)
    commands: tuple[type[Command], ...] = ()
    examples: tuple[Mapping[str, str], ...] = field(default=())

    def column(self, name: str) -> Column | None:
        """A column by its field."""
        return next((one for one in self.columns if one.field == name), None)
