"""A rehearsal as a spreadsheet: real dates, a header that stays, texts that are texts whatever they begin with."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from application.rehearsal.rehearsing import Rehearsal
from application.rehearsal.row import Row
from application.rehearsal.scenario import FILE
from exports.rehearsal_words import because, in_words, kind_of, rung_named, to_whom, what
from language import say, t
from wording import headings

Cell = str | int | date | datetime | None
_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = (18, 12, 60, 12, 50, 8, 60, 24, 30, 14)


def workbook_of(shown: Rehearsal) -> bytes:
    """The workbook: what comes, and what makes no sense."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True, **_TEXTS}) as book:
        book.set_properties(
            {"title": shown.stage.rulebook.id, "created": shown.stage.beginning.replace(tzinfo=None)}
        )
        _sheet(book, t("Répétition", "Rehearsal"), _heads(), [_cells(row, shown) for row in shown.rows])
        heads = (t("depuis", "since"), t("quoi", "what"), t("combien de fois", "how often"), "code")
        _sheet(
            book,
            say(headings.MAKES_NO_SENSE),
            heads,
            [(one.at.date(), in_words(one.words), one.times, one.code) for one in shown.absurdities],
        )
    return content.getvalue()


def _heads() -> tuple[str, ...]:
    return (
        t("quand", "when"),
        t("genre", "kind"),
        t("quoi", "what"),
        t("pour le", "due on"),
        say(headings.TO_WHOM),
        say(headings.LATE),
        say(headings.WHY_THAT_DAY),
        t("dossier", "file"),
        t("occurrence", "occurrence"),
        t("échelon", "rung"),
    )


def _cells(row: Row, shown: Rehearsal) -> tuple[Cell, ...]:
    return (
        row.at.replace(tzinfo=None),
        kind_of(row),
        what(row, shown),
        row.due_on,
        to_whom(row),
        t("oui", "yes") if row.late else None,
        because(row, shown.stage.rulebook),
        None if row.file == FILE else row.file,
        row.occurrence,
        rung_named(row, shown.stage.rulebook) if row.rung else "",
    )


def _sheet(book: Any, name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(name)
    bold, day, instant = (
        book.add_format(one)
        for one in ({"bold": True}, {"num_format": "yyyy-mm-dd"}, {"num_format": "yyyy-mm-dd hh:mm"})
    )
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
        sheet.set_column(column, column, _WIDTHS[column])
    for number, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells):
            match cell:
                case datetime():
                    sheet.write_datetime(number, column, cell, instant)
                case date():
                    sheet.write_datetime(number, column, cell, day)
                case int():
                    sheet.write_number(number, column, cell)
                case str() if cell:
                    sheet.write_string(number, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(heads) - 1)
