"""A list as the text that French Excel opens by itself: semicolons, decimal comma, a mark of UTF-8 in front.

A text that a spreadsheet would take for a formula gets an apostrophe in front
(OWASP, *CSV Injection*, https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO

from exports.list_table import Cell, Column, Kind

MEDIA_TYPE = "text/csv; charset=utf-8"
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with; in full width, too."""


def list_as_csv(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The heading, then a line for each row."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_text(one.heading) for one in columns])
    for cells in rows:
        writer.writerow([_cell(cell, one.kind) for cell, one in zip(cells, columns, strict=True)])
    return text.getvalue().encode("utf-8-sig")


def _cell(cell: Cell, kind: Kind) -> str:
    match cell:
        case None:
            return ""
        case str():
            return _text(cell)
        case datetime():
            return f"{cell:%d/%m/%Y %H:%M}"
        case date():
            return f"{cell:%d/%m/%Y}"
        case int() if kind == "euros":
            euros, cents = divmod(abs(cell), 100)
            return f"{'-' if cell < 0 else ''}{euros},{cents:02}"
        case _ if kind == "percentage":
            return f"{cell * 100:.1f}\u00a0%".replace(".", ",")
        case _:
            return str(cell).replace(".", ",")


def _text(text: str) -> str:
    """A text that stays one."""
    begins = text.lstrip(" \u00a0")
    return f"'{text}" if begins.startswith(_FORMULAS) else text
