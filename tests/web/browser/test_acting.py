"""What people record: a contact in a minute, a gate, and why something cannot be done."""

import re

from tests.web.browser.conftest import Arrive
from tests.web.browser.world import World


async def test_a_contact_in_a_minute_on_a_phone(arrive: Arrive, world: World, scripted: bool) -> None:
    """Story 4: 320 px wide, a visit of November 2026 without a day; the history shows the month."""
    organisation = await world.found("contact", "noailles", clock="2026-12-14")
    visitor = await arrive(script=scripted, width=320)
    await visitor.see_as(organisation, "Nour Modèle")
    await visitor.open(f"/o/{organisation}/dossiers/noailles")
    await visitor.no_scroll_sideways()
    await visitor.follow("Noter un contact")
    await visitor.no_scroll_sideways()
    await visitor.tick("visite")
    await visitor.page.locator("summary").last.click()
    await visitor.fill("Mois", "11")
    await visitor.fill("Année", "2026")
    await visitor.press("Enregistrer")
    await world.caught_up(organisation)
    await visitor.open(f"/o/{organisation}/dossiers/noailles/historique")
    await visitor.sees("novembre 2026")
    await visitor.no_scroll_sideways()


async def test_why_one_cannot(arrive: Arrive, demonstration: str, scripted: bool) -> None:
    """Story 6: whoever may not go on to the next phase reads whose act it is."""
    visitor = await arrive(script=scripted)
    await visitor.see_as(demonstration, "Yaël Patron")
    await visitor.open("/o/demo/dossiers/filature/passage")
    await visitor.sees("Passer à la phase")
    shown = await visitor.text()
    assert re.search(r"[Rr]éservé aux? charg", shown), shown


PHASE = "Expérimentation"
DONE_BEFORE = (
    {"type": "DeliverDeliverable", "cooperation": "vallee-exemple", "deliverable": "portrait"},
    {"type": "DraftCharter", "cooperation": "vallee-exemple"},
    {"type": "DeclareGateItem", "cooperation": "vallee-exemple", "item": "roles_and_governance"},
)


async def test_a_gate(arrive: Arrive, world: World, scripted: bool) -> None:
    """Story 5: two items lack; they are delivered and signed, the phase moves, the history says how each item held."""
    organisation = await world.found("passage", "tec-territory")
    world.do(organisation, "lou.gabarit@example.org", *DONE_BEFORE)
    await world.caught_up(organisation)
    visitor = await arrive(script=scripted)
    await visitor.see_as(organisation, "Lou Gabarit")
    gate = f"/o/{organisation}/dossiers/vallee-exemple/passage"
    await visitor.open(gate)
    await visitor.sees(
        "2 points sur 4", f"Passer à la phase « {PHASE} » La phase Diagnostic ne peut être franchie"
    )
    await visitor.follow(re.compile("Noter la remise"))
    await visitor.press("Enregistrer")
    await visitor.open(gate)
    await visitor.sees("3 points sur 4")
    await visitor.follow(re.compile("[Ss]ign"))
    for box in await visitor.page.get_by_role("checkbox").all():
        await box.check()
    await visitor.press("Enregistrer")
    await visitor.open(gate)
    await visitor.sees("Tous les points sont remplis")
    await visitor.follow(re.compile("^Passer à la phase"))
    await visitor.press("Vérifier avant d’enregistrer")
    await visitor.press("Enregistrer")
    await visitor.sees(PHASE)
    await world.caught_up(organisation)
    await visitor.open(f"/o/{organisation}/dossiers/vallee-exemple/historique")
    await visitor.sees(PHASE, "Plan d’action")
