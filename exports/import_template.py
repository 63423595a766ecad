"""A workbook to be filled in: an empty sheet with its headings, examples, the lists to choose from, how it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from exports.list_xlsx import SETTINGS, sheet_name
from language import t

_ROWS = 5_000
_LONGEST_MESSAGE = 255
"""Characters of the message beside a cell; Excel takes no more."""


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """``of`` is the list that its values are from; ``format`` how its cells are shown."""

    heading: str
    example: str
    hint: str
    required: bool
    of: str = ""
    format: str = "@"
    width: int = 24


def template_as_xlsx(
    title: str,
    columns: Sequence[TemplateColumn],
    lists: Mapping[str, tuple[str, Sequence[str]]],
    guide: Sequence[str],
) -> bytes:
    """The workbook; ``lists`` by key: what each is called, and what is in it."""
    content = BytesIO()
    with Workbook(content, SETTINGS) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        said = book.add_format({"text_wrap": True, "valign": "top"})
        blank, shown, choices, how = (
            book.add_worksheet(one)
            for one in (
                sheet_name(title), t("Exemple", "Example"), t("Listes", "Lists"), t("Mode d’emploi", "How it is done"),
            )
        )  # fmt: skip
        places = _lists(choices, lists, bold)
        for sheet in (blank, shown):
            _head(book, sheet, columns, bold)
        for number, column in enumerate(columns):
            shown.write_string(1, number, column.example)
            _help(blank, number, column, places)
        _guide(how, columns, guide, bold, said)
    return content.getvalue()


def _head(book: Any, sheet: Any, columns: Sequence[TemplateColumn], bold: Any) -> None:
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column.heading, bold)
        sheet.set_column(number, number, column.width, book.add_format({"num_format": column.format}))
    sheet.freeze_panes(1, 0)


def _lists(sheet: Any, lists: Mapping[str, tuple[str, Sequence[str]]], bold: Any) -> Mapping[str, str]:
    """Where each list stands."""
    places = {}
    for number, (key, (name, values)) in enumerate(lists.items()):
        sheet.write_string(0, number, name, bold)
        sheet.set_column(number, number, 28)
        for row, value in enumerate(values, start=1):
            sheet.write_string(row, number, value)
        letter = xl_col_to_name(number, col_abs=True)
        places[key] = f"='{sheet.get_name()}'!{letter}$2:{letter}${len(values) + 1}"
    sheet.freeze_panes(1, 0)
    return places


def _help(sheet: Any, number: int, column: TemplateColumn, places: Mapping[str, str]) -> None:
    """The list to choose from, and what goes into the column; another value may be typed all the same."""
    asked: dict[str, Any] = {"validate": "any"}
    if column.of in places:
        asked = {"validate": "list", "source": places[column.of], "error_type": "warning"}
    if column.hint:
        asked["input_message"] = column.hint[:_LONGEST_MESSAGE]
    if len(asked) > 1:
        sheet.data_validation(f"{xl_rowcol_to_cell(1, number)}:{xl_rowcol_to_cell(_ROWS, number)}", asked)


def _guide(sheet: Any, columns: Sequence[TemplateColumn], guide: Sequence[str], bold: Any, said: Any) -> None:
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 16)
    sheet.set_column(2, 2, 80, said)
    for row, text in enumerate(guide):
        sheet.merge_range(row, 0, row, 2, text, said)
        sheet.set_row(row, 32)
    first = len(guide) + 1
    for number, head in enumerate(
        (t("Colonne", "Column"), t("Nécessaire", "Needed"), t("Ce qui s’y écrit", "What goes there"))
    ):
        sheet.write_string(first, number, head, bold)
    for row, column in enumerate(columns, start=first + 1):
        needed = t("oui", "yes") if column.required else t("non", "no")
        for number, text in enumerate((column.heading, needed, column.hint)):
            sheet.write_string(row, number, text)
