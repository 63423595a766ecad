"""Sheets that people send (.xlsx, .ods, .csv) as rows of typed cells, each of which has a name: ``C14``.

Workbooks are read in a process of their own, with as little memory and time as an honest one needs: a small file may
claim a cell in the last row and column, or repeat one a thousand million times. Nothing is computed: a cell that holds
a formula is named, for what it shows is what some program made of it, when.
"""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Any, Literal

from imports.cell_names import cell_name
from imports.texts import read_text

LARGEST = 5_000_000
"""Bytes of a file."""
MOST_ROWS = 5_000
"""Rows below the heading."""
MOST_COLUMNS = 200
_SECONDS = 20.0
"""How long a workbook may take to be read."""

Value = str | float | bool | date | datetime | None
NotRead = Literal["empty", "too-large", "too-many-rows", "too-heavy", "not-a-sheet", "protected"]


class SheetNotRead(Exception):
    """Nothing of the file is taken. ``reason`` says why."""

    def __init__(self, reason: NotRead) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row by its number in the sheet, from 1; what lies after its last filled cell is missing."""

    number: int
    cells: tuple[Value, ...]

    def at(self, column: int) -> Value:
        """What stands in a column, counted from 0."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The heading, which is the first row that holds anything, and the rows below it that do."""

    heading: SheetRow
    rows: tuple[SheetRow, ...]
    formulas: frozenset[str] = frozenset()
    """The cells, by name, that hold a formula."""
    place: int = 0
    """Which sheet of its workbook it is, from 0: the first that is seen."""


def read_sheet(content: bytes) -> Sheet:
    """The first sheet of a file, whatever it is called. Raises SheetNotRead. May take some seconds: not on a loop."""
    if not content:
        raise SheetNotRead("empty")
    if len(content) > LARGEST:
        raise SheetNotRead("too-large")
    if content.startswith(b"PK"):
        return _sheet(*_workbook(content))
    return _sheet(*_text(content))


def written(sheet: Sheet) -> str:
    """A sheet as JSON, to be read again."""
    rows = [[row.number, [_plain(cell) for cell in row.cells]] for row in (sheet.heading, *sheet.rows)]
    return json.dumps({"rows": rows, "formulas": sorted(sheet.formulas), "place": sheet.place})


def read_again(text: str) -> Sheet:
    """What was written."""
    told = json.loads(text)
    heading, *rows = (
        SheetRow(number, tuple(_value(cell) for cell in cells)) for number, cells in told["rows"]
    )
    return Sheet(heading, tuple(rows), frozenset(told["formulas"]), told["place"])


def _plain(cell: Value) -> Any:
    match cell:
        case datetime():
            return {"moment": cell.isoformat()}
        case date():
            return {"day": cell.isoformat()}
    return cell


def _sheet(rows: Sequence[Sequence[Value]], formulas: Sequence[str], place: int = 0) -> Sheet:
    filled = [SheetRow(number, cells) for number, row in enumerate(rows, start=1) if (cells := _trimmed(row))]
    if not filled:
        raise SheetNotRead("empty")
    if len(filled) > MOST_ROWS + 1:
        raise SheetNotRead("too-many-rows")
    return Sheet(filled[0], tuple(filled[1:]), frozenset(formulas), place)


def _trimmed(row: Sequence[Value]) -> tuple[Value, ...]:
    cells = [one.strip() or None if isinstance(one, str) else one for one in row[:MOST_COLUMNS]]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _workbook(content: bytes) -> tuple[Sequence[Sequence[Value]], Sequence[str], int]:
    """What the process that reads workbooks says."""
    command = [sys.executable, "-P", "-m", "imports.workbook_process"]
    known = {"PYTHONPATH": os.pathsep.join(one for one in sys.path if one), "PATH": os.defpath}
    try:
        ended = subprocess.run(  # noqa: S603 - our own module, with what was sent as its input
            command, input=content, capture_output=True, timeout=_SECONDS, env=known, check=False
        )
    except subprocess.TimeoutExpired:
        raise SheetNotRead("too-heavy") from None
    if ended.returncode != 0:  # it was out of memory or time
        raise SheetNotRead("too-heavy")
    told: Mapping[str, Any] = json.loads(ended.stdout)
    if "reason" in told:
        raise SheetNotRead(told["reason"])
    return [[_value(cell) for cell in row] for row in told["rows"]], told["formulas"], told["place"]


def _value(cell: Any) -> Value:
    match cell:
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case None | bool() | str():
            return cell
    return float(cell)


def _text(content: bytes) -> tuple[Sequence[Sequence[Value]], Sequence[str]]:
    """A text with separators."""
    sheet = read_text(content)
    if "\0" in sheet.text:
        raise SheetNotRead("not-a-sheet")
    try:
        rows = list(csv.reader(StringIO(sheet.text, newline=""), delimiter=sheet.delimiter, strict=True))
    except csv.Error:
        raise SheetNotRead("not-a-sheet") from None
    return [[_unquoted(cell) for cell in row] for row in rows], list(_formulas(rows))


def _formulas(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row[:MOST_COLUMNS]):
            if cell.startswith("="):
                yield cell_name(number, column)


def _unquoted(cell: str) -> str:
    """Without the apostrophe that keeps a text from being computed, as lists of ours leave with it."""
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip()[:1] in tuple("=+-@") else cell
