"""The gate as a page: what is missing to go on, and who may do something about it."""

import re

from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.house import SiteHouse

SWANN, YAEL, NOUR, CHARLIE = (person_of(one) for one in ("swann", "yael", "nour", "charlie"))
GATE = "/o/demo/dossiers/noailles/passage"


async def test_it_says_how_many_items_hold_and_by_which_entries(pages: SiteHouse) -> None:
    """What is met is shown by its entry; what is missing, by what is to be done or was asked of others."""
    html = await read(pages, NOUR, GATE)
    text = text_of(html)
    assert (
        "Pour passer de « Diagnostic partagé » à « Soutien aux initiatives » 1 point sur 3 est rempli" in text
    )
    assert (
        "Portrait sensible du territoire ✓ Rempli Livrable remis, novembre 2021, Ada Exemple · entrée 4"
        in text
    )
    assert "Contacts qualifiés À faire vous" in text
    assert "/faire/DeclareGateItem?cooperation=noailles&amp;item=qualified_contacts" in html
    assert "Attendu de « Jury national », pour le 1er avr. 2027" in text
    assert 'href="/o/demo/avis/noailles-avis"' in html


async def test_it_says_why_one_cannot_go_on_and_who_may_waive(pages: SiteHouse) -> None:
    """By the rules' own sentences."""
    text = text_of(await read(pages, NOUR, GATE))
    assert (
        "Passer à la phase « Soutien aux initiatives » La phase Diagnostic partagé ne peut être franchie"
        in text
    )
    assert "Dispenser d’un point Réservé au jury." in text


async def test_going_on_is_offered_to_those_who_may(pages: SiteHouse) -> None:
    """And whose it is said to the others."""
    path = "/o/demo/dossiers/filature/passage"
    assert "/faire/AdvancePhase?cooperation=filature" in await read(pages, SWANN, path)
    html = await read(pages, YAEL, path)
    assert "/faire/AdvancePhase" not in html
    assert "Passer à la phase « Structuration » Réservé aux chargé·es de mission." in text_of(html)


async def test_as_of_a_day_nothing_is_offered(pages: SiteHouse) -> None:
    """What held then is shown, and what was missing."""
    html = await read(pages, NOUR, f"{GATE}?au=2023-12-31")
    assert "/faire/" not in html
    assert "Le dossier tel qu’il était" in text_of(html)


async def test_every_other_act_is_there_with_its_reason(pages: SiteHouse) -> None:
    """By family: first what may be done, then what may not; what never applies here is left out."""
    html = await read(pages, YAEL, "/o/demo/dossiers/filature/actes")
    possible, others = text_of(html).split("Ce qui ne se peut pas, et pourquoi")
    assert (
        "Le collectif Écrire une ligne du tableau des engagements" in possible or "Le collectif" in possible
    )
    assert "Mettre en pause Réservé aux chargé·es de mission." in others
    assert "Noter la signature de la charte Aucun projet de charte n’a été rédigé." in others
    assert "Retenir une candidature" not in text_of(html)
    assert "/faire/PauseCooperation" not in html
    assert set(re.findall(r"/faire/RecordContact[^\"]*", html)) == {
        "/faire/RecordContact?cooperation=filature"
    }
