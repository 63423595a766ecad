"""Story 3: a file is opened by its words; pressed twice it is there once; a second of the same name gets another."""

from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

PROGRAMME = "Territoires d’engagement et de coopération"


async def test_a_file_is_opened_without_any_id(arrive: Arrive, world: World, scripted: bool) -> None:
    """Camille types words only."""
    organisation = await world.found("ouvrir")
    camille = await arrive(script=scripted)
    await camille.see_as(organisation, "Camille Exemple")
    await _opens(camille, organisation)
    assert "/dossiers/passage-vert/" in camille.page.url
    await camille.sees("Passage vert")
    await camille.page.go_back()
    await camille.press("Enregistrer")
    await camille.sees("Déjà enregistré")
    await _opens(camille, organisation)
    assert "/dossiers/passage-vert-2/" in camille.page.url
    await world.caught_up(organisation)
    await camille.open(f"/o/{organisation}/dossiers")
    await camille.sees("2 dossiers")


async def _opens(camille: Visitor, organisation: str) -> None:
    await camille.open(f"/o/{organisation}/faire/OpenCooperation")
    await camille.choose("Le programme", PROGRAMME)
    await camille.choose("La région", "Occitanie")
    await camille.press("Continuer")
    await camille.fill("Le nom", "Passage vert")
    await camille.fill("Son nom", "Une rue de Toulouse")
    await camille.fill("L’objet, en une ligne", "Planter ensemble")
    for choice in ("non modélisée", "hybride", "appel d’habitants"):
        await camille.tick(choice)
    await camille.tick("Camille Exemple")
    await camille.press("Vérifier avant d’enregistrer")
    await camille.press("Enregistrer")
