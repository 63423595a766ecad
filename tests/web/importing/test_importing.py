"""Sheets brought in: tried at the cell and recording nothing, then recorded, and never twice."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

import web.sheets.recording
from application.commands.answer import Answer
from domain.cooperations.state import Cooperation
from domain.kernel.ledger import LedgerUnavailable
from domain.registry.codec import decode
from domain.registry.commands import AnyCommand
from imports.results import format_of
from imports.sheets import LARGEST, read_sheet
from tests.cli.house import ADMINISTRATOR, CAMILLE, CHARLIE, NOUR
from tests.imports.sheets import Cells, ods, text, xlsx
from tests.web.house import SiteHouse
from tests.web.importing.sending import IMPORTER, opening, pressed, said, sent, token, tried

HEADING = ("Dossier", "Date", "De quelle façon", "Parties prenantes", "Note")


def contacts_of(day: int) -> Cells:
    """Two that pass and seven that do not; ``day`` of a month, so that each test brings in its own."""
    return (
        HEADING,
        ("Noailles", date(2026, 11, day), "réunion", "Fondation de France", "Avec le collectif."),
        ("noailles", date(2026, 10, day), "visit", None, None),
        ("CITEES Marseille", "03/02/2026", "Appel", None, "=1+1"),
        ("Filature", date(2026, 1, 1), "réunion", None, None),
        ("Noailles", "31/02/2026", "réunion", None, None),
        ("Noailles", "2025", "courrier", "Inconnu", None),
        ("Noailles", date(2030, 1, 1), "réunion", None, None),
        ("Noailles", None, "réunion", None, None),
        ("Noailles", "2025", "visite", "Inconnu", None),
    )


async def contacts(site: SiteHouse) -> int:
    """How many contacts the ledger has."""
    ledger = site.site.service.ledger
    stored = await ledger.read("demo", 0, (await ledger.head("demo")).position)
    return sum(decode(one).event.type == "ContactRecorded" for one in stored)


async def test_every_row_is_tried_and_its_mistakes_are_told_at_their_cells(site_house: SiteHouse) -> None:
    """Names, dates, lists, formulas, rules: each with a sentence and what to do; nothing is recorded."""
    before = await contacts(site_house)
    async with site_house.client_as(NOUR) as client:
        told = await said(client, await tried(client, "contacts", contacts_of(1)))
    assert "2 seraient enregistrées, 1 refusée, 6 illisibles." in told
    for cell, why in (
        ("E4", "Une formule"),
        ("A5", "Aucun dossier « Filature » que vous puissiez lire."),
        ("B6", "Ce n’est pas une date."),
        ("C7", "« courrier » n’est pas dans la liste."),
        ("B8", "refusée"),
        ("B9", "Il manque : Date."),
        ("D10", "Ce dossier n’a pas de partie prenante « Inconnu »."),
    ):
        at = told.index(f"{cell} ")
        assert why in told[at : at + 120].replace("\u00a0", " ").replace("\u202f", " "), cell
    assert await contacts(site_house) == before


@pytest.mark.parametrize(("write", "suffix", "day"), [(ods, "ods", 2), (xlsx, "xlsx", 12), (text, "csv", 22)])
async def test_what_passes_is_recorded_once_and_the_same_file_comes_back(
    site_house: SiteHouse, write: Callable[[Cells], bytes], suffix: str, day: int
) -> None:
    """Of the kind that was sent, with what became of each row; sent again it has nothing left to record."""
    before = await contacts(site_house)
    async with site_house.client_as(NOUR) as client:
        answer = await sent(client, "contacts", write(contacts_of(day)), f"Mes visites.{suffix}")
        sheet = answer.headers["location"]
        assert "2 enregistrées, 0 refusée." in await pressed(client, sheet, "record")
        await pressed(client, sheet, "record")
        back = await client.get(f"{sheet}/resultat")
        again = await tried(client, "contacts", back.content)
        told = await said(client, again)
    assert await contacts(site_house) == before + 2
    assert f"Mes%20visites-resultats.{suffix}" in back.headers["content-disposition"]
    assert format_of(back.content) == suffix
    read = read_sheet(back.content)
    results = [str(one.at(5)).partition(" ")[0] for one in read.rows[:3]]
    assert (read.heading.at(5), results) == ("Résultat", ["enregistrée", "enregistrée", "illisible"])
    assert read.formulas == read_sheet(write(contacts_of(day))).formulas
    assert "0 serait enregistrée, 2 déjà là" in told


async def test_all_or_nothing_records_nothing_as_long_as_a_row_does_not_pass(site_house: SiteHouse) -> None:
    """And everything once all do."""
    before = await contacts(site_house)
    async with site_house.client_as(NOUR) as client:
        sheet = await tried(client, "contacts", contacts_of(3))
        answer = await client.post(sheet, data={"csrf": await token(client), "do": "all"})
        assert answer.status_code == 409
        assert "toutes les lignes ne passent pas" in answer.text
        assert await contacts(site_house) == before
        good = await tried(client, "contacts", contacts_of(3)[:3])
        assert "2 enregistrées" in await pressed(client, good, "all")
    assert await contacts(site_house) == before + 2


async def test_recording_goes_on_where_it_was_stopped(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store went away after the first row; no row is recorded twice."""
    before = await contacts(site_house)
    rows: Cells = (HEADING, *(("Noailles", date(2025, 10, day), "visite", None, None) for day in range(1, 6)))
    monkeypatch.setattr(web.sheets.recording, "AT_ONCE", 1)
    one_way_in = site_house.site.service.one_way_in
    handle, given = one_way_in.handle, 0

    async def fails_late(organisation: str, command: AnyCommand) -> Answer:
        nonlocal given
        given += 1
        if given == 3:
            await handle(organisation, command)
            raise LedgerUnavailable
        return await handle(organisation, command)

    async with site_house.client_as(NOUR) as client:
        sheet = await tried(client, "contacts", rows)
        monkeypatch.setattr(one_way_in, "handle", fails_late)
        answer = await client.post(sheet, data={"csrf": await token(client), "do": "record"})
        assert answer.status_code == 503
        assert "2 enregistrées, 0 refusée, 3 à faire." in await said(client, sheet)
        assert "5 enregistrées, 0 refusée." in await pressed(client, sheet, "resume")
    assert await contacts(site_house) == before + 5


async def test_columns_are_chosen_by_hand_once_and_known_from_then_on(site_house: SiteHouse) -> None:
    """For everybody of the organisation who sends a sheet of that kind."""
    rows = (("Projet suivi", "Vu le", "Façon", "Divers"), ("Noailles", date(2026, 11, 22), "visite", "x"))
    async with site_house.client_as(NOUR) as client:
        sheet = await tried(client, "contacts", rows)
        assert "La feuille n’a pas de colonne pour : Dossier, Date, De quelle façon." in (
            await said(client, sheet)
        ).replace("\u00a0", " ")
        chosen = {"column-0": "cooperation", "column-1": "date", "column-2": "kind", "column-3": ""}
        assert "1 serait enregistrée" in await pressed(client, sheet, "columns", **chosen)
    async with site_house.client_as(ADMINISTRATOR) as client:
        assert "1 refusée, 0 illisible" in await said(client, await tried(client, "contacts", rows))


async def test_lost_zeros_are_put_back_when_somebody_says_so(site_house: SiteHouse) -> None:
    """A spreadsheet takes 01004 for a number; until then nothing is guessed."""
    async with site_house.client_as(ADMINISTRATOR) as client:
        sheet = await tried(client, "dossiers", opening("Passage vert", insee=1004.0))
        told = (await said(client, sheet)).replace("\u00a0", " ").replace("\u202f", " ")
        assert "G2 illisible Un zéro manque peut-être : 1004 pour 01004 ?" in told
        assert "1 serait enregistrée" in await pressed(client, sheet, "zeros")
        await pressed(client, sheet, "record")
    file = await site_house.site.service.files.file("demo", "passage-vert")
    assert isinstance(file, Cooperation)
    assert file.territory.insee_codes == ("01004",)


async def test_templates_come_with_lists_and_are_taken_as_they_are(site_house: SiteHouse) -> None:
    """An empty sheet, an example, lists, how it is done; an example typed into it would pass or say why not."""
    async with site_house.client_as(ADMINISTRATOR) as client:
        page = (await client.get(IMPORTER)).text
        for kind in ("personnes", "dossiers", "contacts", "parties-prenantes", "contributions"):
            assert f"{IMPORTER}/modele/{kind}" in page
            content = (await client.get(f"{IMPORTER}/modele/{kind}")).content
            book = CalamineWorkbook.from_filelike(BytesIO(content))
            assert book.sheet_names[1:] == ["Exemple", "Listes", "Mode d’emploi"]
            assert len(book.get_sheet_by_index(0).to_python()) == 1
            answer = await sent(client, kind, content)
            assert "0 serait enregistrée, 0 refusée, 0 illisible." in await said(
                client, answer.headers["location"]
            )


async def test_sheets_are_their_senders_and_for_those_whose_they_are(site_house: SiteHouse) -> None:
    """Somebody else finds nothing there; a role that brings nothing in is told so; others’ regions are not there."""
    async with site_house.client_as(NOUR) as client:
        sheet = await tried(client, "contacts", contacts_of(11))
        assert (await sent(client, "personnes", contacts_of(11))).status_code == 422
    async with site_house.client_as(CAMILLE) as client:
        assert (await client.get(sheet)).status_code == 404
        assert "A2 illisible" in await said(client, await tried(client, "contacts", contacts_of(11)))
    async with site_house.client_as(CHARLIE) as client:
        assert (await client.get(IMPORTER)).status_code == 409


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "vide"),
        (b"PK\x03\x04", "sachions lire"),
        (b"a\n" * 5_002, "5\u202f000 lignes"),
        (b"a" * (LARGEST + 1), "dépasse 5\u00a0Mo"),
    ],
    ids=["empty", "broken", "5 001 rows", "a byte too many"],
)
async def test_a_file_that_is_not_taken_says_why(site_house: SiteHouse, content: bytes, why: str) -> None:
    """With the choice that was made."""
    async with site_house.client_as(NOUR) as client:
        answer = await sent(client, "contacts", content)
        nothing = await client.post(IMPORTER, data={"csrf": await token(client), "kind": "contacts"})
    assert answer.status_code == nothing.status_code == 422
    assert why in answer.text
