"""A file comes back with a column more, in the kind it came in, and all else in it as it was."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from imports.results import Format, format_of, with_results
from imports.sheets import read_sheet
from tests.imports.sheets import Cells, ods, text, xlsx

ROWS: Cells = (
    ("Dossier", "Date", "Montant"),
    ("Noailles", date(2026, 12, 31), 12.5),
    (None, None, None),
    ("Été ; « vert »", date(2026, 1, 2), None),
    ("Halle", None, 3.0),
)
RESULTS = {1: "Résultat", 2: "enregistrée", 4: "refusée (C4) : <trop> & plus"}


def parts_of(content: bytes) -> dict[str, bytes]:
    """A zip, unpacked."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return {one: packed.read(one) for one in packed.namelist()}


@pytest.mark.parametrize(("write", "kind"), [(ods, "ods"), (xlsx, "xlsx"), (text, "csv")])
def test_results_stand_beside_their_rows_in_a_file_of_the_same_kind(
    write: Callable[[Cells], bytes], kind: Format
) -> None:
    """Read back: the cells that there were, and the results; once more, and the column is the same."""
    content = write(ROWS)
    back = with_results(content, 0, RESULTS, 3, 1)
    again = with_results(back, 0, {**RESULTS, 2: "déjà là"}, 3, 1)
    assert format_of(content) == format_of(back) == kind
    before, after, last = (read_sheet(one) for one in (content, back, again))
    assert (after.heading.at(3), last.rows[0].at(3)) == ("Résultat", "déjà là")
    assert [(one.number, one.at(3)) for one in after.rows] == [
        (2, "enregistrée"),
        (4, "refusée (C4) : <trop> & plus"),
        (5, None),
    ]
    assert [[row.at(n) for n in range(3)] for row in after.rows] == [
        [row.at(n) for n in range(3)] for row in before.rows
    ]
    assert [[row.at(n) for n in range(3)] for row in last.rows] == [
        [row.at(n) for n in range(3)] for row in before.rows
    ]


def _drawn() -> bytes:
    """A workbook with a hidden sheet, formats, widths, a formula, blank cells that are drawn, another sheet."""
    content = BytesIO()
    with Workbook(content) as book:
        hidden, sheet, other = book.add_worksheet("A"), book.add_worksheet("B"), book.add_worksheet("C")
        hidden.hide()
        sheet.activate()
        sheet.set_first_sheet()
        bold, red = book.add_format({"bold": True}), book.add_format({"bg_color": "#ff0000"})
        hidden.write(0, 0, "caché")
        sheet.set_column(0, 1, 33)
        sheet.set_column(6, 9, 7)
        for number, cell in enumerate(("Dossier", "Montant", "Somme")):
            sheet.write(0, number, cell, bold)
        sheet.write_blank(0, 5, None, bold)
        sheet.write(1, 0, "Noailles", red)
        sheet.write_formula(1, 1, "=1+1", None, 2)
        sheet.write_blank(1, 3, None, red)
        sheet.write_blank(1, 5, None, red)
        sheet.data_validation(1, 0, 9, 0, {"validate": "list", "source": ["Noailles", "Halle"]})
        other.write(0, 0, "autre")
    return content.getvalue()


def test_a_workbook_keeps_its_formats_widths_formulas_and_other_sheets() -> None:
    """One part is another, and in it a cell in each row and the width of a column; cells stay in their order."""
    content = _drawn()
    place = read_sheet(content).place
    back = with_results(content, place, {1: "Résultat", 2: "enregistrée"}, 3, 1)
    before, after = parts_of(content), parts_of(back)
    assert list(before) == list(after)
    assert [one for one in before if before[one] != after[one]] == ["xl/worksheets/sheet2.xml"]
    sheet = after["xl/worksheets/sheet2.xml"].decode()
    assert "<f>1+1</f>" in sheet
    assert '<col min="1" max="2" width="33' in sheet
    assert sheet.index('<col min="4" max="4"') < sheet.index('<col min="7" max="10"')
    heading = sheet.partition('<c r="C1" s="')[2].partition('"')[0]
    assert f'<c r="D1" s="{heading}" t="inlineStr">' in sheet
    assert sheet.index('r="C1"') < sheet.index('r="D1"') < sheet.index('r="F1"')
    assert sheet.count('r="D2"') == 1
    assert sheet.index('r="B2"') < sheet.index('r="D2"') < sheet.index('r="F2"')
    assert "dataValidation" in sheet
    book = CalamineWorkbook.from_filelike(BytesIO(back))
    assert book.sheet_names == ["A", "B", "C"]
    assert book.get_sheet_by_name("B").to_python()[1][3] == "enregistrée"


def test_rows_and_cells_that_stand_for_many_are_told_apart() -> None:
    """In OpenDocument the same row twice is one with a number, and so are blank cells to the end of the sheet."""
    repeated = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string">'
        "<text:p>deux fois</text:p></table:table-cell>"
        '<table:table-cell table:style-name="ce1" table:number-columns-repeated="1023"/></table:table-row>'
    )
    content = ods(ROWS[:2], repeated=repeated)
    back = with_results(content, 0, {1: "Résultat", 3: "une", 4: "deux"}, 3, 1)
    rows = read_sheet(back).rows
    assert [(one.number, one.at(0), one.at(3)) for one in rows] == [
        (2, "Noailles", None),
        (3, "deux fois", "une"),
        (4, "deux fois", "deux"),
    ]
    drawn = parts_of(back)["content.xml"].decode()
    assert 'number-columns-repeated="2" table:style-name="ce1"' in drawn
    assert 'number-columns-repeated="1020" table:style-name="ce1"' in drawn


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "cp1252"), (",", "utf-8"), ("\t", "utf-16")])
def test_a_text_keeps_its_encoding_its_separator_and_its_lines(delimiter: str, encoding: str) -> None:
    """Byte for byte but for what is written behind them; blank lines and quoted ones too."""
    lines = [
        delimiter.join(("Nom", "Note")),
        delimiter.join(('"Été"', '"deux\nlignes"')),
        "",
        delimiter.join(("court",)),
    ]
    content = "\r\n".join([*lines, ""]).encode(encoding)
    back = with_results(content, 0, {1: "Résultat", 2: "oui\u202f!", 4: "non"}, 2, 1)
    space = "\u00a0" if encoding == "cp1252" else "\u202f"
    assert back.decode(encoding).split("\r\n") == [
        lines[0] + delimiter + "Résultat",
        lines[1] + delimiter + f"oui{space}!",
        "",
        lines[3] + delimiter * 2 + "non",
        "",
    ]
