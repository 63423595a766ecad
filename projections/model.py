"""What a read model is: a name, tables, and how a stretch of the ledger changes their rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar, cast
from zoneinfo import ZoneInfo

from pydantic_core import to_json

from domain.files.file import AFile, KeptFile
from domain.files.setting import State
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.model import Model
from domain.kernel.recorded import Recorded
from domain.people.state import Organisation
from domain.reminders.view import NOBODY, FileView
from domain.rulebook import Rulebook

Row = tuple[Any, ...]
AState = TypeVar("AState")


@dataclass(frozen=True, slots=True)
class Batch:
    """A stretch of one organisation's ledger, and what became of whatever it touched: ``files`` by key."""

    organisation: str
    events: Sequence[Recorded]
    files: Mapping[str, FileView[KeptFile]] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    """The states of all streams that it touched, by stream."""

    @property
    def people(self) -> Organisation | None:
        """The people and roles; None if the stretch says nothing of them."""
        known = self.states.get(ORGANISATION_STREAM)
        return known if isinstance(known, Organisation) else None

    @property
    def own_zone(self) -> ZoneInfo:
        """The organisation's own time zone, as far as the stretch tells."""
        return (self.people or NOBODY).zone_of(None)

    def views(self, kind: type[AFile]) -> Sequence[FileView[AFile]]:
        """The files of a kind that it touched."""
        return [cast("FileView[AFile]", view) for view in self.files.values() if isinstance(view.file, kind)]

    def of(self, kind: type[AState]) -> Iterator[AState]:
        """The states of a kind that it touched."""
        return (state for state in self.states.values() if isinstance(state, kind))


@dataclass(frozen=True, slots=True)
class Change:
    """New rows of a table, without the organisation. They take the place of all that its ``keys`` had.

    A row's key is its first column.
    """

    table: str
    columns: tuple[str, ...]
    rows: Sequence[Row]
    forget: str | None = None
    """The statement that removes the rows of ``keys``; None where rows are only ever added."""
    keys: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ReadModel:
    """A read model. ``changes`` is pure; what it raises stops this read model and no other."""

    name: str
    tables: tuple[str, ...]
    changes: Callable[[Batch], Sequence[Change]]
    needs_states: bool = True
    """False if it looks at the events alone, and so goes on where a state cannot be folded."""


class Rulebooks(Protocol):
    """Where the rules of an organisation's files are found."""

    def get(self, organisation: Organisation, rulebook: str) -> Rulebook:
        """The rulebook of an id such as ``tec@1``. Raises KeyError."""


def per_file(
    name: str,
    kind: type[AFile],
    shape: type[Model],
    forget: str,
    rows: Callable[[FileView[AFile]], Iterable[Model]],
    as_json: Sequence[str] = (),
) -> ReadModel:
    """A read model of one table that holds, for each file of a kind, the rows of its present state.

    ``shape`` has the columns as fields, in any order, and describes a row to readers too. Columns of
    type jsonb are named in ``as_json``.
    """
    columns = tuple(shape.model_fields)

    def changes(batch: Batch) -> Sequence[Change]:
        views = batch.views(kind)
        made = [written(row, columns, as_json) for view in views for row in rows(view)]
        return [Change(name, columns, made, forget, tuple(view.file.key for view in views))] if views else []

    return ReadModel(name, (name,), changes)


def written(row: Model, columns: Sequence[str], as_json: Sequence[str] = ()) -> Row:
    """A row as the database takes it; columns of type jsonb are named in ``as_json``."""
    values = {column: to_json(getattr(row, column)).decode() for column in as_json}
    return tuple(values[column] if column in values else getattr(row, column) for column in columns)
