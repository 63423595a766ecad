"""What a member of a panel sees at the address of a cooperation: its public sheet, and their own reviews."""

import pytest

from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.house import SiteHouse

ALIX, ANDREA, SWANN = person_of("alix"), person_of("andrea"), person_of("swann")
"""Of the regional commission of Occitanie and Provence; of the steering committee; in charge in Hauts-de-France."""


async def test_a_panel_sees_where_a_cooperation_stands_and_what_was_granted(pages: SiteHouse) -> None:
    """What the law publishes; no name of a person, no private text, nothing of what waits."""
    said = text_of(await read(pages, ANDREA, "/o/demo/dossiers/filature"))
    assert "Fiche publique" in said
    assert "21 janv. 2027 – Subvention directe – Coopérative Atelier, 30 000,00 € accordés" in said
    for hidden in ("Swann", "Suivi par", "Ce qui vient", "Noter un contact"):
        assert hidden not in said


async def test_a_panel_finds_the_reviews_on_which_it_sits(pages: SiteHouse) -> None:
    """Of a cooperation of which nothing else is public."""
    html = await read(pages, ALIX, "/o/demo/dossiers/epicerie")
    assert "Rien de plus n’est publié" in text_of(html)
    assert 'href="/o/demo/avis/epicerie-etude"' in html


@pytest.mark.parametrize("part", ["/historique", "/passage", "/actes", "?au=2026-12-31"])
async def test_the_rest_of_it_does_not_exist_for_a_panel(pages: SiteHouse, part: str) -> None:
    """As what is not there."""
    nothing = await read(pages, ANDREA, f"/o/demo/dossiers/nulle-part{part}", 404)
    assert await read(pages, ANDREA, f"/o/demo/dossiers/filature{part}", 404) == nothing
    await read(pages, SWANN, f"/o/demo/dossiers/filature{part}")
