"""A list as a workbook: real dates, euros as numbers, texts that are texts whatever they begin with."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from exports.list_table import About, Cell, Column, Kind
from language import t

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_TEXT = 32_767
"""Characters that a cell holds; Excel refuses a workbook with more."""
_ABOUT_WIDTHS = (26, 80)
Formats = Mapping[str, Any]
AList = tuple[str, Sequence[Column], Iterable[Sequence[Cell]]]
"""What its sheet is called, its columns, its rows."""


def list_as_xlsx(
    title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], about: About
) -> bytes:
    """The workbook: the list under a head that stays, and a sheet that says what it is a list of."""
    return lists_as_xlsx(title, [(title, columns, rows)], about)


def lists_as_xlsx(title: str, lists: Iterable[AList], about: About) -> bytes:
    """The same with several lists, a sheet for each."""
    content = BytesIO()
    with Workbook(content, SETTINGS) as book:
        book.set_properties({"title": title})
        formats = _formats(book)
        for name, columns, rows in lists:
            _list(book.add_worksheet(sheet_name(name)), columns, rows, formats)
        _about(book.add_worksheet(t("À propos", "About")), about, formats)
    return content.getvalue()


def _formats(book: Any) -> Formats:
    day = t("dd/mm/yyyy", "yyyy-mm-dd")
    shown: Mapping[Kind, str] = {
        "text": "@",
        "day": day,
        "moment": f"{day} hh:mm",
        "euros": '#,##0.00\u00a0"€"',
        "number": "General",
        "percentage": "0.0%",
    }
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "label": book.add_format({"bold": True, "valign": "top"}),
        "said": book.add_format({"text_wrap": True, "align": "left", "valign": "top"}),
        **{kind: book.add_format({"num_format": one, "valign": "top"}) for kind, one in shown.items()},
    }


def _list(sheet: Any, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], formats: Formats) -> None:
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column.heading, formats["head"])
        sheet.set_column(number, number, column.characters)
    last = 0
    for last, cells in enumerate(rows, start=1):
        for number, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            _write(sheet, (last, number), cell, column.kind, formats)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, place: tuple[int, int], cell: Cell, kind: Kind, formats: Formats) -> None:
    match cell:
        case None | "":
            pass
        case str():
            text = cell if len(cell) <= _LONGEST_TEXT else cell[: _LONGEST_TEXT - 1] + "…"
            sheet.write_string(*place, text, formats["text"])
        case datetime():
            sheet.write_datetime(*place, cell.replace(tzinfo=None), formats["moment"])
        case date():
            sheet.write_datetime(*place, cell, formats["day"])
        case int() if kind == "euros":
            sheet.write_number(*place, Decimal(cell).scaleb(-2), formats["euros"])
        case _:
            sheet.write_number(*place, cell, formats["number" if kind == "text" else kind])


def _about(sheet: Any, about: About, formats: Formats) -> None:
    for number, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(number, number, width, formats["said"])
    for row, (label, said) in enumerate(about):
        sheet.write_string(row, 0, label, formats["label"])
        if isinstance(said, str):
            sheet.write_string(row, 1, said, formats["said"])
        else:
            _write(sheet, (row, 1), said, "number", formats)


def sheet_name(title: str) -> str:
    """A title as the name of a sheet."""
    return title.translate(_NOT_IN_NAMES).strip().strip("'")[:_LONGEST_NAME] or "1"
