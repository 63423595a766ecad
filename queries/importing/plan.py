"""The rows of a sheet as commands: read cell by cell, in the order of the sheet, and what cannot be read."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from application.commands.answer import Answer
from application.commands.digests import repeats
from application.commands.parsing import read_command
from domain.kernel.ledger import Known
from domain.registry.commands import AnyCommand
from imports.cell_names import cell_name
from imports.sheets import Sheet, SheetRow
from language import text_of
from queries.importing.cells import NotRead, value_of, written
from queries.importing.headings import Columns
from queries.importing.lists import Lists, lists_of
from queries.importing.shape import Kind, Row, Unit, Wrong
from queries.visit import Visit, reached
from wording.importing import problems
from wording.importing.columns import HEADINGS

_MOST_REFUSALS = 9
"""How often a row is tried again under another id after it was refused; then it is told what it was told."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A unit with its commands. ``there``: the ledger has all of them already; ``otherwise``: with other content."""

    unit: Unit
    commands: tuple[AnyCommand, ...]
    there: bool = False
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sheet comes to."""

    ready: Sequence[Ready]
    wrong: Sequence[Wrong]
    lists: Lists


async def plan_of(visit: Visit, kind: Kind, sheet: Sheet, columns: Columns, job: str, *, zeros: bool) -> Plan:
    """The plan of a sheet for this person now. Raises Failure."""
    lists = await lists_of(visit, _addresses(kind, sheet, columns), _texts(sheet, columns, "cooperation"))
    rows: list[Row] = []
    wrong: list[Wrong] = []
    for one in sheet.rows:
        read = _row(kind, sheet, columns, one, lists, zeros=zeros)
        if isinstance(read, Row):
            rows.append(read)
        else:
            wrong.extend(read)
    units: list[Unit] = []
    for made in kind.make(rows, lists, job):
        if isinstance(made, Wrong):
            wrong.append(made)
        else:
            units.append(made)
    ready, unread = await _ready(visit, units)
    return Plan(ready, sorted([*wrong, *unread], key=lambda one: one.row), lists)


def _row(
    kind: Kind, sheet: Sheet, columns: Columns, row: SheetRow, lists: Lists, *, zeros: bool
) -> Row | Sequence[Wrong]:
    values: dict[str, Any] = {}
    cells: dict[str, str] = {}
    wrong: list[Wrong] = []
    for number, field in columns.items():
        column, cell = kind.column(field), cell_name(row.number, number)
        if column is None:
            continue
        cells[field] = cell
        if cell in sheet.formulas:
            wrong.append(Wrong(row.number, cell, problems.FORMULA, problems.FORMULA_REMEDY))
            continue
        try:
            values[field] = value_of(row.at(number), column, lists, zeros=zeros)
        except NotRead as mistake:
            wrong.append(Wrong(row.number, cell, mistake.message, mistake.remedy, mistake.zeros))
            continue
        if column.required and values[field] in (None, ()):
            wrong.append(Wrong(row.number, cell, problems.missing(HEADINGS[field]), problems.MISSING_REMEDY))
    return wrong or Row(row.number, values, cells)


async def _ready(visit: Visit, units: Iterable[Unit]) -> tuple[Sequence[Ready], Sequence[Wrong]]:
    """The units with their commands; what of them says nothing that a command may say."""
    read: list[tuple[Unit, list[AnyCommand]]] = []
    wrong: list[Wrong] = []
    for unit in units:
        commands = [_command(visit, one) for one in unit.commands]
        mistakes = [one for one in commands if isinstance(one, Answer)]
        if mistakes:
            wrong.extend(_mistaken(unit, mistakes[0]))
        else:
            read.append((unit, [one for one in commands if not isinstance(one, Answer)]))
    known = await _known(visit, [one.command_id for _, commands in read for one in commands])
    return [_settled(unit, commands, known) for unit, commands in read], wrong


def _command(visit: Visit, fields: Mapping[str, Any]) -> AnyCommand | Answer:
    acts = {"acts": [act | {"actor": visit.person} for act in fields["acts"]]} if "acts" in fields else {}
    return read_command(json.dumps({**fields, **acts}), visit.person)


async def _known(visit: Visit, ids: Sequence[str]) -> Mapping[str, Known]:
    """What became of commands of these ids, and of those that came after a refusal."""
    found: dict[str, Known] = {}
    asked = list(ids)
    for _ in range(_MOST_REFUSALS):
        async with reached():
            there = await visit.service.ledger.known(visit.organisation, asked) if asked else {}
        found |= there
        asked = [_next(one) for one, known in there.items() if known.outcome.refusal is not None]
    return found


def _next(command_id: str) -> str:
    """The id under which a row that was refused is tried once more."""
    base, again, number = command_id.rpartition("/r")
    return f"{base}/r{int(number) + 1}" if again and number.isdigit() else f"{command_id}/r2"


def _settled(unit: Unit, commands: Sequence[AnyCommand], known: Mapping[str, Known]) -> Ready:
    """The commands under ids that nothing was refused under; and whether the ledger has them already."""
    fresh: list[AnyCommand] = []
    there = otherwise = 0
    for one in commands:
        command = one
        while (before := known.get(command.command_id)) and before.outcome.refusal is not None:
            command = command.model_copy(update={"command_id": _next(command.command_id)})
        if before is not None:
            there += 1
            otherwise += not repeats(command, before)
        fresh.append(command)
    return Ready(unit, tuple(fresh), there=there == len(fresh), otherwise=otherwise > 0)


def _mistaken(unit: Unit, answer: Answer) -> Iterator[Wrong]:
    """What is wrong with a command, at the cells that it comes from; every row of the unit says why it is left."""
    told = set()
    for problem in answer.problems[:1] if len(unit.rows) == 1 else answer.problems:
        cell = cell_of(unit, problem.pointer)
        row = row_of(cell, unit)
        told.add(row)
        yield Wrong(row, cell, text_of(problem.message))
    for row in unit.rows:
        if row not in told:
            yield Wrong(row, cell_name(row, 0), problems.WITH_THE_OTHERS)


def cell_of(unit: Unit, pointer: str) -> str:
    """The cell that a part of a command comes from: the nearest that is known; the first of its row without one."""
    path = pointer
    while path:
        if path in unit.cells:
            return unit.cells[path]
        path = path.rpartition("/")[0]
    return cell_name(unit.rows[0], 0)


def row_of(cell: str, unit: Unit) -> int:
    """The row that a cell is in; the first of the unit, if it is in none of it."""
    number = int("".join(one for one in cell if one.isdigit()))
    return number if number in unit.rows else unit.rows[0]


def _texts(sheet: Sheet, columns: Columns, field: str) -> Iterator[str]:
    for number, named in columns.items():
        if named == field:
            yield from {written(row.at(number)) for row in sheet.rows}


def _addresses(kind: Kind, sheet: Sheet, columns: Columns) -> Iterator[str]:
    """Every address of the sheet: those whose they are is looked up once."""
    for number, field in columns.items():
        column = kind.column(field)
        if column and (column.kind == "address" or column.choices == "person"):
            for row in sheet.rows:
                yield from (one.strip() for one in written(row.at(number)).replace(";", ",").split(","))
