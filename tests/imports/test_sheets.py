"""Sheets as rows of typed cells, whatever the format; what is no honest sheet takes neither memory nor time."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from xlsxwriter import Workbook

from imports.cell_names import cell_name
from imports.sheets import LARGEST, MOST_ROWS, SheetNotRead, read_again, read_sheet, written
from tests.imports.sheets import Cells, ods, text, xlsx

ROWS: Cells = (
    ("Dossier", "Date", "Montant"),
    ("Noailles", date(2026, 12, 31), 12.5),
    (None, None, None),
    ("  Été ", date(2026, 1, 2), None),
)


@pytest.mark.parametrize("write", [ods, xlsx])
def test_the_cells_of_both_kinds_of_workbooks_are_the_same(write: Callable[[Cells], bytes]) -> None:
    """Dates are dates, numbers numbers; blank rows are left out, and the others keep their numbers."""
    sheet = read_sheet(write(ROWS))
    assert sheet.heading.cells == ("Dossier", "Date", "Montant")
    assert [(one.number, one.cells) for one in sheet.rows] == [
        (2, ("Noailles", date(2026, 12, 31), 12.5)),
        (4, ("Été", date(2026, 1, 2))),
    ]
    assert sheet.rows[1].at(2) is None
    assert read_again(written(sheet)) == sheet


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "cp1252"), (",", "utf-8"), ("\t", "utf-16")])
def test_texts_are_read_as_spreadsheets_write_them(delimiter: str, encoding: str) -> None:
    """With whatever separates cells, in French Windows or anywhere else; cells stay texts."""
    sheet = read_sheet(text(ROWS, delimiter, encoding))
    assert [one.cells for one in sheet.rows] == [("Noailles", "31/12/2026", "12.5"), ("Été", "02/01/2026")]


def test_a_list_that_left_comes_back_without_the_apostrophes_that_kept_it_text() -> None:
    """So that nobody has to take them off."""
    sheet = read_sheet(text((("Nom", "Téléphone"), ("'=Nous", "'+33 6"))))
    assert sheet.rows[0].cells == ("=Nous", "+33 6")
    assert not sheet.formulas


@pytest.mark.parametrize("write", [ods, xlsx, text])
def test_formulas_are_named_by_their_cells(write: Callable[[Cells], bytes]) -> None:
    """What they show is what some program made of them."""
    sheet = read_sheet(write((("A", "B"), ("x", "=1+1"), ("y", "2"), ("=A2", "z"))))
    assert sheet.formulas == {"B2", "A4"}


def test_the_heading_is_the_first_row_that_holds_anything() -> None:
    """Whatever blank rows stand above."""
    sheet = read_sheet(xlsx(ROWS, first_row=3))
    assert (sheet.heading.number, sheet.rows[0].number) == (4, 5)


def test_cells_are_called_as_spreadsheets_call_them() -> None:
    """Letters of the column, number of the row."""
    assert [cell_name(14, one) for one in (0, 2, 25, 26, 701, 702)] == [
        "A14", "C14", "Z14", "AA14", "ZZ14", "AAA14",
    ]  # fmt: skip


def _zipped(*parts: tuple[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts:
            packed.writestr(name, part)
    return content.getvalue()


def _far_corner() -> bytes:
    content = BytesIO()
    with Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "x")
        sheet.write(1_048_575, 16_383, "y")
    return content.getvalue()


def _with_entities() -> bytes:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;</a>'
    return _zipped(("xl/workbook.xml", bomb), ("[Content_Types].xml", b"<Types/>"))


_REPEATED = (
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
    ' table:number-columns-repeated="16384" office:value-type="string"><text:p>bombe</text:p></table:table-cell>'
    "</table:table-row>"
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b";;\n;\n", "empty"),
        (b"a\n" * (MOST_ROWS + 2), "too-many-rows"),
        (b"PK\x03\x04 not a zip", "not-a-sheet"),
        (b"\x00\x01\x02", "not-a-sheet"),
        (b'"a;b\n', "not-a-sheet"),
        (_zipped(("word/document.xml", b"<w/>")), "not-a-sheet"),
        (_with_entities(), "not-a-sheet"),
        (ods(ROWS, repeated=_REPEATED), "not-a-sheet"),
        (_far_corner(), "too-heavy"),
    ],
    ids=[
        "nothing",
        "blank",
        "long",
        "broken",
        "binary",
        "quote",
        "document",
        "entities",
        "repeated",
        "corner",
    ],
)
def test_what_is_no_honest_sheet_is_refused_for_a_reason(content: bytes, reason: str) -> None:
    """And costs neither memory nor time of ours."""
    with pytest.raises(SheetNotRead) as refused:
        read_sheet(content)
    assert refused.value.reason == reason


def test_what_is_large_or_becomes_large_is_refused() -> None:
    """Before it is unpacked, or as soon as it has become too much."""
    for content, reason in (
        (b"x" * (LARGEST + 1), "too-large"),
        (_zipped(("xl/workbook.xml", b"0" * 80_000_000)), "too-heavy"),
    ):
        with pytest.raises(SheetNotRead) as refused:
            read_sheet(content)
        assert refused.value.reason == reason
