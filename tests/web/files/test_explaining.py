"""Why an entry is there, as a page: under each entry of a history, and by itself for browsers without script."""

from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.house import SiteHouse

SWANN, NOUR = person_of("swann"), person_of("nour")
HISTORY = "/o/demo/dossiers/filature/historique"
GRANT = f"{HISTORY}/3?de=funding%3Afilature-2027"


async def test_a_history_leads_to_why_each_entry_is_there(pages: SiteHouse) -> None:
    """By a link, which scripts follow when the disclosure is opened; one of a funding too."""
    html = await read(pages, SWANN, HISTORY)
    for address in (f"{HISTORY}/8", GRANT):
        assert f'hx-get="{address}"' in html
        assert f'<a href="{address}">' in html


async def test_a_grant_says_why_and_what_then(pages: SiteHouse) -> None:
    """Whose decision it was, what each rule found, what it set off."""
    said = text_of(await read(pages, SWANN, GRANT))
    assert "Cela revenait à : conseil d’administration" in said
    assert "S’appuie sur : Éligibilité examinée" in said
    before, _, after = said.partition("Et ensuite ?")
    assert "Fait suite à : Demande de financement" in before
    assert "Argent réservé : Montant réservé" in after
    assert "sha256" not in said


async def test_what_is_no_entry_is_not_there(pages: SiteHouse) -> None:
    """As a file that somebody may not read."""
    for who, address in (
        (SWANN, f"{HISTORY}/999"),
        (NOUR, f"{HISTORY}/1"),
        (SWANN, f"{HISTORY}/1?de=review%3Ax"),
    ):
        nowhere = await read(pages, who, "/o/demo/dossiers/nulle-part/historique/1", 404)
        assert text_of(await read(pages, who, address, 404)) == text_of(nowhere)
