"""Lists as sheets: what a spreadsheet reads back is what was written, and no text is taken for a formula."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from exports.list_csv import list_as_csv
from exports.list_table import Cell, Column
from exports.list_xlsx import list_as_xlsx
from language import speaking

COLUMNS = (
    Column("Dossier"),
    Column("Numéro"),
    Column("Pour le", "day"),
    Column("Vu", "moment"),
    Column("Montant", "euros"),
    Column("Membres", "number"),
    Column("Part", "percentage"),
)
SEEN = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
ROW: tuple[Cell, ...] = (
    "Noailles", "00012345600017", date(2026, 12, 31), SEEN, 3_000_050, 12, 0.6
)  # fmt: skip
FORMULAS = ("=1+1", "+33 1 23", "-2", "@SUM(A1)", "\tx", "  =1+1", "＝1+1")


def workbook(rows: Sequence[Sequence[Cell]], title: str = "Dossiers") -> CalamineWorkbook:
    """What was written, read by another library."""
    content = list_as_xlsx(title, COLUMNS, rows, [("Filtres", "aucun"), ("Lignes", len(rows))])
    return CalamineWorkbook.from_filelike(BytesIO(content))


def test_dates_are_dates_euros_numbers_and_numbers_of_firms_texts() -> None:
    """With the zeros in front, and the cents behind."""
    book = workbook([ROW])
    assert book.sheet_names == ["Dossiers", "À propos"]
    heads, line = book.get_sheet_by_index(0).to_python()
    assert heads == [one.heading for one in COLUMNS]
    assert line == [
        "Noailles", "00012345600017", date(2026, 12, 31), SEEN.replace(tzinfo=None), 30_000.5, 12.0, 0.6
    ]  # fmt: skip
    assert book.get_sheet_by_index(1).to_python() == [["Filtres", "aucun"], ["Lignes", 1.0]]


def test_a_text_stays_a_text_whatever_it_begins_with() -> None:
    """Nothing that people wrote is computed; a day known to the month stands as they know it."""
    rows = [(one, "http://example.org", "novembre 2026", None, None, None, None) for one in FORMULAS]
    sheet = workbook(rows).get_sheet_by_index(0)
    assert [line[0] for line in sheet.to_python()[1:]] == list(FORMULAS)
    assert {line[2] for line in sheet.to_python()[1:]} == {"novembre 2026"}


def test_a_title_that_names_no_sheet_and_a_text_too_long_are_written_all_the_same() -> None:
    """Excel opens it."""
    book = workbook([("x" * 40_000, *ROW[1:])], "Avis : [tous] / en cours, de la région entière")
    assert book.sheet_names[0] == "Avis    tous    en cours, de la"
    assert len(str(book.get_sheet_by_index(0).to_python()[1][0])) == 32_767


def test_no_line_is_a_sheet_with_its_head() -> None:
    """An empty list opens, too."""
    assert len(workbook([]).get_sheet_by_index(0).to_python()) == 1


def test_french_excel_opens_it() -> None:
    """A mark in front, semicolons, commas, days as French people write them."""
    with speaking("en"):
        content = list_as_csv(COLUMNS, [ROW, ("A;B", None, None, None, -1, None, None)])
    assert content == (
        b"\xef\xbb\xbfDossier;Num\xc3\xa9ro;Pour le;Vu;Montant;Membres;Part\r\n"
        b"Noailles;00012345600017;31/12/2026;01/12/2026 08:30;30000,50;12;60,0\xc2\xa0%\r\n"
        b'"A;B";;;;-0,01;;\r\n'
    )


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_computed_is_quoted(text: str) -> None:
    """In every column that people wrote in."""
    content = list_as_csv(COLUMNS[:1], [(text,)]).decode("utf-8-sig")
    assert content.splitlines()[1].strip('"').startswith("'")
