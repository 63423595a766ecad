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


async def test_single_keys_are_off_until_somebody_switches_them_on(
    arrive: Arrive, demonstration: str
) -> None:
    """`j` moves along a list, `x` ticks, `/` searches, in a field they are letters; off again, they do nothing."""
    camille = await arrive()
    await camille.see_as(demonstration, "Camille Exemple")
    rows, keys = camille.page.locator("main table tbody tr"), camille.page.keyboard
    await camille.open(f"/o/{demonstration}/dossiers")
    await keys.press("j")
    assert await rows.first.locator(":focus").count() == 0
    await camille.open("/aide")
    await camille.page.get_by_role("button", name="Touches seules").press("Enter")
    await camille.open(f"/o/{demonstration}/dossiers")
    await keys.press("j")
    assert await rows.first.locator(":focus").count() == 1
    await keys.press("x")
    assert await rows.first.get_by_role("checkbox").is_checked()
    await keys.press("/")
    await keys.type("jx?")
    assert await camille.page.locator("#site-search").input_value() == "jx?"
