"""Whoever opens the address of the demonstration sees it at once, as anybody, and lets its time pass."""

from tests.web.browser.conftest import Arrive
from tests.web.browser.world import World


async def test_it_is_opened_without_an_account_and_seen_as_others(
    arrive: Arrive, demonstration: str, scripted: bool
) -> None:
    """As a programme manager first; every page says that it is a simulation, in the title too."""
    visitor = await arrive(script=scripted)
    await visitor.open("/o/demo/")
    await visitor.sees("Ce qui vous attend", "SIMULATION – il est le")
    assert "SIMULATION – il est le" in await visitor.page.title()
    await visitor.follow("Voir en tant que")
    await visitor.sees("Nour Modèle", "Éden Brouillon")
    await visitor.see_as("demo", "Camille Exemple")
    await visitor.open("/o/demo/dossiers")
    await visitor.sees("BaFaPaTaBor")
    await visitor.does_not_see("Noailles")


async def test_time_passes_in_the_page(arrive: Arrive, world: World, scripted: bool) -> None:
    """A month later reminders have gone out, and are listed where the clock is."""
    organisation = await world.found("horloge", "noailles")
    visitor = await arrive(script=scripted)
    await visitor.open(f"/o/{organisation}/")
    await visitor.follow("Avancer l’horloge")
    await visitor.choose("Avancer d’une durée", "un mois")
    await visitor.press("Avancer")
    for _ in range(60):
        if "✉" in await visitor.text() and "Elle va vers" not in await visitor.text():
            break
        if scripted:
            await visitor.page.wait_for_timeout(500)
        else:
            await visitor.page.reload()
    await visitor.sees("23 décembre 2026", "Dossier sans contact depuis un an")
