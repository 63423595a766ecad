"""Story 27: the database goes away while a contact is sent; what was written is sent again, and recorded once."""

from tests.web.browser.behind_a_proxy import site_behind_a_proxy
from tests.web.browser.conftest import Arrive
from tests.web.browser.world import World

NOUR = "nour.modele@example.org"
NOTE = "Une visite de la place (inventée)."


async def test_a_contact_sent_while_the_database_is_away(
    arrive: Arrive, world: World, scripted: bool
) -> None:
    """Nobody knows, then nothing was recorded; sent again it is recorded, and no more than once."""
    organisation = await world.found("absence", "noailles", clock="2026-12-14")
    before = _contacts(world, organisation)
    contact = f"/o/{organisation}/faire/RecordContact?cooperation=noailles"
    async with site_behind_a_proxy(world) as (address, proxy):
        nour = await arrive(script=scripted, address=address)
        await nour.see_as(organisation, "Nour Modèle")
        await nour.open(contact)
        await nour.tick("visite")
        await nour.page.locator("textarea[name=note]").fill(NOTE)
        await proxy.stops()
        await nour.press("Enregistrer", status=503)
        await nour.sees("Nous ne savons pas encore si c’est enregistré", NOTE)
        await proxy.starts()
        await nour.follow("Vérifier")
        await nour.sees("Rien n’est enregistré")
        await nour.page.go_back()
        await nour.press("Renvoyer")
        await nour.sees("Enregistré")
        await nour.page.go_back()
        await nour.press("Renvoyer")
        await nour.sees("Déjà enregistré")
        await nour.page.go_back()
        await nour.follow("Vérifier")
        await nour.sees("C’est enregistré")
        await nour.follow("Voir où c’est noté")
    assert _contacts(world, organisation) == before + 1


def _contacts(world: World, organisation: str) -> int:
    """How many the ledger has of the file."""
    told = world.ask("history", "noailles", "-o", organisation, "--as", NOUR)
    return [one["type"] for one in told["entries"]].count("ContactRecorded")
