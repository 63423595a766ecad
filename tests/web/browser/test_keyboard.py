"""Story 25: a gate and an opinion by keyboard alone, at 400 % (1280 px shown as 320), with headings and landmarks."""

from tests.web.browser.conftest import Arrive
from tests.web.browser.keys import go, is_structured, tick
from tests.web.browser.world import World

NOTE = "Le portrait sensible du quartier est prêt (inventé)."


async def test_an_item_of_a_gate_and_an_opinion_without_a_mouse(arrive: Arrive, world: World) -> None:
    """Tab, Enter, Space, and arrows among answers; whoever forgot an answer stands before what is wrong."""
    organisation = await world.found("clavier", "tec-territory", "noailles")
    asked = {"type": "OpenReview", "review": "territoire", "cooperation": "noailles", "note": NOTE}
    world.do(organisation, "nour.modele@example.org", {**asked, "question": "choice_of_territory"})
    await world.caught_up(organisation)

    lou = await arrive(width=320)
    await lou.see_as(organisation, "Lou Gabarit")
    await lou.open(f"/o/{organisation}/dossiers/vallee-exemple")
    await is_structured(lou)
    await go(lou, "Pour passer à la suite")
    await go(lou, "Noter la remise")
    await go(lou, "Enregistrer")
    await lou.sees("Enregistré : Livrable remis")

    charlie = await arrive(width=320)
    await charlie.see_as(organisation, "Charlie Esquisse")
    await charlie.open(f"/o/{organisation}/avis/territoire")
    await is_structured(charlie)
    await charlie.does_not_see(NOTE)
    await go(charlie, "Déclarer mes intérêts")
    await charlie.sees("Il y a un problème")
    assert await charlie.page.evaluate("document.activeElement.className") == "error-summary"
    await tick(charlie, "Non", first="Oui")
    await go(charlie, "Déclarer mes intérêts")
    await charlie.sees(NOTE)
    await tick(charlie, "favorable")
    await go(charlie, "Continuer")
    await go(charlie, "Donner mon avis")
    await charlie.sees("est noté : favorable")
