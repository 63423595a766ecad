"""Story 24: Éden audits: everything is read, no act is possible and each says why; the chain is verified."""

from tests.support.waiting import wait_until
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World


async def test_the_auditor_reads_everything_and_changes_nothing(
    arrive: Arrive, world: World, scripted: bool
) -> None:
    """A cooperation, a person, the settings; then what was refused, and whether the history is untouched."""
    organisation = await world.found("audit", "noailles")
    told = world.house.run(
        *("do", "PauseCooperation", "--cooperation=noailles", "--reason=Essai"),
        *("--as", "camille.exemple@example.org", "-o", organisation),
    )
    assert told.code != 0
    eden = await arrive(script=scripted)
    await eden.see_as(organisation, "Éden Brouillon")
    await eden.open(f"/o/{organisation}/dossiers/noailles")
    await eden.sees("Noailles")
    await eden.open(f"/o/{organisation}/dossiers/noailles/actes")
    assert await eden.page.locator('main a[href*="/faire/"]').count() == 0
    await eden.open(f"/o/{organisation}/personnes")
    await eden.follow("Nour Modèle")
    await eden.sees("Réservé à l’administration.")
    await eden.open(f"/o/{organisation}/audit")
    await eden.press("Vérifier maintenant")
    await _holds(eden)
    await eden.follow("Commandes refusées")
    await eden.sees("Camille Exemple", "Noailles")


async def _holds(eden: Visitor) -> None:
    async def said() -> bool:
        await eden.open(eden.page.url.removeprefix(eden.address))
        return "Tout tient." in await eden.text()

    await wait_until(said, "the verification has ended")
