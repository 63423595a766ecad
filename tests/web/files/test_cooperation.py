"""The first page of a cooperation: what comes now, for whom, and the way to it."""

from asyncpg.connection import LoggedQuery

from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.house import SiteHouse

SWANN, YAEL, NOUR = person_of("swann"), person_of("yael"), person_of("nour")
FILATURE = "/o/demo/dossiers/filature"
MOST_STATEMENTS = 11
"""Ten (web-spec, section 9), and one for how much waits, which stands in the head of every page."""


async def test_it_says_what_comes_now_and_for_whom(pages: SiteHouse) -> None:
    """What is late first, with how late; what the reader is to do has its button, what others do has none."""
    html = await read(pages, SWANN, FILATURE)
    text = text_of(html)
    assert (
        "En retard Échéance : Reprendre contact vous et Yaël Patron · attendu le samedi 13 février 2027"
        in text
    )
    assert "en retard de 16 jours rappel le 2 mars 2027 (personnes chargées du dossier)" in text
    assert "À faire Condition à remplir : Lettre de la ville" in text
    assert 'href="/o/demo/faire/MeetCondition?funding=filature-2027&amp;condition=town_letter"' in html
    assert "Attendu Avenant à décider : Subvention directe Robin Calque" in text
    assert "/faire/DecideAmendment" not in html


async def test_the_same_waits_for_somebody_else_when_somebody_else_reads(pages: SiteHouse) -> None:
    """Going on is the programme manager's."""
    html = await read(pages, YAEL, FILATURE)
    assert "Attendu Tout est réuni, passer à la suite : Structuration Swann Ébauche" in text_of(html)
    assert "/faire/AdvancePhase" not in html


async def test_it_shows_phases_money_and_the_last_entries(pages: SiteHouse) -> None:
    """By the programme's own names; three figures; entries with their anchors."""
    html = await read(pages, SWANN, FILATURE)
    text = text_of(html)
    assert "1 Émergence depuis le 7 sept. 2026 2 Structuration à venir" in text
    assert "ACTE – Région Hauts-de-France, version 3" in text
    assert "accordé 30 000,00 € versé 15 000,00 € reste 15 000,00 €" in text
    assert 'id="e7"' in html
    assert 'id="funding-filature-2027-e11"' in html


async def test_as_of_a_day_it_offers_no_act(pages: SiteHouse) -> None:
    """A banner says which day it is looked at from; its parts are looked at from the same day."""
    html = await read(pages, SWANN, f"{FILATURE}?au=2026-12-20")
    text = text_of(html)
    assert "Le dossier tel qu’il était : arrivé jusqu’au 20 déc. 2026" in text
    assert "Financement à décider" in text
    assert "/faire/" not in html
    assert f"{FILATURE}/historique?au=2026-12-20" in html


async def test_what_one_may_not_read_is_not_there(pages: SiteHouse) -> None:
    """Word for word as what does not exist, on every one of its pages."""
    for part in ("", "/historique"):
        unreadable = await read(pages, NOUR, f"{FILATURE}{part}", 404)
        unknown = await read(pages, NOUR, f"/o/demo/dossiers/nulle-part{part}", 404)
        assert text_of(unreadable) == text_of(unknown)
        assert "Cette page n’existe pas" in text_of(unreadable)


async def test_it_speaks_english_to_those_who_prefer_it(pages: SiteHouse) -> None:
    """Dates, amounts and sentences."""
    text = text_of(await read(pages, SWANN, FILATURE, language="en"))
    assert "due on Saturday, 13 February 2027, 16 days late" in text
    assert "granted €30,000.00" in text


async def test_it_takes_no_more_statements_than_it_may(pages: SiteHouse, said: list[LoggedQuery]) -> None:
    """However many reviews and fundings lie beside it; who visits whom is among them."""
    async with pages.client_as(SWANN) as client:
        await client.get(FILATURE)
        said.clear()
        await client.get(FILATURE)
    assert 0 < len(said) <= MOST_STATEMENTS
