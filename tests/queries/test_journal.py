"""The journal of a file: a row for each entry, before and after where there are both; a workbook without formulas."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from exports.journal_xlsx import journal_as_xlsx
from language import speaking
from queries.as_of import Then
from queries.history import history_of
from queries.history_narrowed import Narrowing
from queries.journal import Journal, journal_of
from queries.refused import Failure
from tests.application.house import House
from tests.queries.house import look_into
from tests.support.imported import person_of
from wording.events import EVENTS

SWANN, NOUR = person_of("swann"), person_of("nour")


async def journal(told: House, asked: Narrowing | None = None) -> Journal:
    """Of Filature, in French."""
    visit, _ = await look_into(told, SWANN)
    with speaking("fr"):
        return await journal_of(visit, "filature", Then(), asked or Narrowing())


async def test_it_has_a_row_for_each_entry(told: House) -> None:
    """In the order of recording, with all that the history has, and the command that did it."""
    visit, _ = await look_into(told, SWANN)
    entries = (await history_of(visit, "filature", Then())).entries
    rows = (await journal(told)).entries
    assert [row["position"] for row in rows] == [one.position for one in entries]
    assert [row["command_id"] for row in rows] == [one.command_id for one in entries]
    assert [row["who_id"] for row in rows] == [one.actor for one in entries]
    decided = next(row for row in rows if row["what"] == EVENTS["FundingGranted"].fr)
    assert decided["digest"]
    assert decided["roles"]
    assert isinstance(decided["recorded"], datetime)


async def test_amounts_stand_before_and_after(told: House) -> None:
    """As integer euro cents; what is told for the first time has nothing before."""
    rows = [row for row in (await journal(told)).entries if str(row["of"]).startswith("funding:")]
    first, granted = (
        next(row for row in rows if row["cents_after"] and row["what"] == what)
        for what in (EVENTS["FundingRequested"].fr, EVENTS["FundingGranted"].fr)
    )
    assert (first["cents_before"], first["cents_after"]) == (None, 3_000_000)
    assert (granted["cents_before"], granted["cents_after"]) == (3_000_000, 3_000_000)


async def test_it_is_narrowed_as_a_history_is(told: House) -> None:
    """To a family of entries."""
    rows = (await journal(told, Narrowing(types=("ContactRecorded",)))).entries
    assert {row["what"] for row in rows} == {"Contact"}
    assert isinstance(rows[0]["effective"], date | str)


async def test_who_may_not_read_a_file_takes_nothing_away(told: House) -> None:
    """As of one that is not there."""
    visit, _ = await look_into(told, NOUR)
    with pytest.raises(Failure, match="not-readable"):
        await journal_of(visit, "filature", Then())


async def test_the_workbook_has_typed_cells_and_no_formulas(told: House) -> None:
    """What begins as a formula is text; a sheet for what was refused, one that says what it is."""
    found = await journal(told)
    wild = [{**found.entries[0], "reason": reason} for reason in ("=1+1", "+1", "-1", "@SUM(A1)")]
    with speaking("fr"):
        content = journal_as_xlsx(found.title, [*found.entries, *wild], found.refused, found.about)
    assert b"<f>" not in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert book.sheet_names == ["Journal", "Refusé", "À propos"]
    heads, *rows = book.get_sheet_by_name("Journal").to_python()
    assert len(rows) == len(found.entries) + len(wild)
    assert [row[heads.index("Motif")] for row in rows[-4:]] == ["=1+1", "+1", "-1", "@SUM(A1)"]
    assert {type(row[heads.index("Enregistré le")]) for row in rows} == {datetime}
    assert 30_000 in [row[heads.index("Montant après")] for row in rows]
