"""Workbooks for tests: .xlsx as its library writes it, .ods by hand, the same cells in both, and as text."""

import csv
import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from xml.sax.saxutils import escape

from xlsxwriter import Workbook

Cells = Sequence[Sequence[str | float | date | None]]
"""A text that begins with ``=`` is a formula."""

_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:body><office:spreadsheet>
<table:table table:name="Feuille1">{rows}</table:table>
</office:spreadsheet></office:body>
</office:document-content>"""
_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


def ods(rows: Cells, *, repeated: str = "") -> bytes:
    """An OpenDocument sheet; ``repeated``: XML of rows after them."""
    drawn = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", _TYPE, zipfile.ZIP_STORED)
        packed.writestr("content.xml", _CONTENT.format(rows=drawn + repeated))
        packed.writestr("META-INF/manifest.xml", _MANIFEST)
    return content.getvalue()


def _cell(cell: str | float | date | None) -> str:
    match cell:
        case None | "":
            return "<table:table-cell/>"
        case date():
            return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
        case float() | int():
            return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    said = f'office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
    formula = f'table:formula="of:{escape(cell)}" ' if cell.startswith("=") else ""
    return f"<table:table-cell {formula}{said}"


def xlsx(rows: Cells, first_row: int = 0) -> bytes:
    """The same as Office Open XML."""
    content = BytesIO()
    with Workbook(content) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows, start=first_row):
            for column, cell in enumerate(row):
                match cell:
                    case None:
                        pass
                    case date():
                        sheet.write_datetime(number, column, cell, day)
                    case str() if cell.startswith("="):
                        sheet.write_formula(number, column, cell, None, 2)
                    case _:
                        sheet.write(number, column, cell)
    return content.getvalue()


def text(rows: Cells, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """The same as text; days as French people write them."""
    written = StringIO()
    writer = csv.writer(written, delimiter=delimiter)
    for row in rows:
        writer.writerow([f"{one:%d/%m/%Y}" if isinstance(one, date) else one for one in row])
    return written.getvalue().encode(encoding)
