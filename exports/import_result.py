"""A sheet that was brought in, given back: its cells where they stood, and beside them what became of each row."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from exports.list_xlsx import SETTINGS, sheet_name
from language import t

Value = str | float | bool | date | datetime | None


def result_as_xlsx(
    title: str,
    rows: Iterable[tuple[int, Sequence[Value]]],
    results: Mapping[int, str],
    column: int,
    heading: int,
) -> bytes:
    """The workbook. ``rows`` and ``results`` by number of the row, from 1; results go to ``column``, from 0."""
    content = BytesIO()
    with Workbook(content, SETTINGS) as book:
        sheet = book.add_worksheet(sheet_name(title))
        day, moment = t("dd/mm/yyyy", "yyyy-mm-dd"), t("dd/mm/yyyy hh:mm", "yyyy-mm-dd hh:mm")
        formats = {one: book.add_format({"num_format": one}) for one in (day, moment)}
        bold = book.add_format({"bold": True})
        for number, cells in rows:
            for place, cell in enumerate(cells):
                _write(sheet, number - 1, place, cell, formats[moment if isinstance(cell, datetime) else day])
            if number in results:
                sheet.write_string(number - 1, column, results[number], bold if number == heading else None)
        sheet.set_column(0, column - 1, 20)
        sheet.set_column(column, column, 80)
        sheet.freeze_panes(heading, 0)
    return content.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Value, shown: Any) -> None:
    match cell:
        case None:
            pass
        case str():
            sheet.write_string(row, column, cell)
        case bool():
            sheet.write_boolean(row, column, cell)
        case date():
            sheet.write_datetime(row, column, cell, shown)
        case _:
            sheet.write_number(row, column, cell)
