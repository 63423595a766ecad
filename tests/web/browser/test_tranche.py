"""Story 6, where money is paid: nobody takes two steps of a tranche, and the page says to whom and why."""

from tests.web.browser.conftest import Arrive
from tests.web.browser.told_of_money import tell
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

_NEXT = "une autre personne prend la suite."


async def test_who_asked_for_a_tranche_reads_why_another_approves_it(
    arrive: Arrive, world: World, scripted: bool
) -> None:
    """Swann asked: she reads so where the approval stands, Yaël where the order does; then all three names stand."""
    organisation = await world.found("versement", "filature", clock="2027-02-16")
    tell(world, organisation, "RequestTranche")
    await world.caught_up(organisation)
    funding = f"/o/{organisation}/financements/filature-2027"
    swann = await arrive(script=scripted)
    await swann.see_as(organisation, "Swann Ébauche")
    await swann.open(funding)
    told = await _row(swann)
    assert "demandée Swann Ébauche 0 sur 1" in told
    assert f"Vous l’avez demandée : {_NEXT}" in told
    yael = await arrive(script=scripted)
    await yael.see_as(organisation, "Yaël Patron")
    await yael.open(funding)
    assert _NEXT not in await _row(yael)
    await yael.follow("Valider une tranche demandée")
    await yael.press("Enregistrer")
    await yael.open(funding)
    told = await _row(yael)
    assert "validée Swann Ébauche Yaël Patron" in told
    assert f"Vous l’avez validée : {_NEXT}" in told
    order = {"type": "OrderPayment", "funding": "filature-2027", "tranche": "advance"}
    world.do(organisation, "ange.epure@example.org", order)
    await swann.open(funding)
    told = await _row(swann)
    assert "ordonnée Swann Ébauche Yaël Patron Ange Épure, 16 févr. 2027" in told
    assert told.endswith(f"Vous l’avez demandée : {_NEXT}")


async def _row(visitor: Visitor) -> str:
    """What is read of the tranche."""
    row = visitor.page.get_by_role("row").filter(has_text="Acompte").first
    return " ".join((await row.inner_text()).split())
