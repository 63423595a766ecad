"""Story 9: what somebody else decided meanwhile is shown before one's own act is recorded all the same."""

import re

from tests.web.browser.conftest import Arrive
from tests.web.browser.world import World

DOMINIQUE = "dominique.echantillon@example.org"
CORRECTED = {
    "type": "CorrectEntry",
    "cooperation": "bafapatabor",
    "happened_at": "2022-02",
    "reason": "La date de la charte (inventée).",
}


async def test_what_a_colleague_corrected_meanwhile(arrive: Arrive, world: World, scripted: bool) -> None:
    """Camille has the form of a pause open; the correction of another lands first; she decides, seeing it."""
    organisation = await world.found("ensemble", "bafapatabor")
    camille = await arrive(script=scripted)
    await camille.see_as(organisation, "Camille Exemple")
    await camille.open(f"/o/{organisation}/faire/PauseCooperation?cooperation=bafapatabor")
    await camille.fill(re.compile("raison", re.IGNORECASE), "Travaux jusqu’à l’été")
    told = world.ask("history", "bafapatabor", "-o", organisation, "--as", DOMINIQUE)
    entry = next(one["entry"] for one in told["entries"] if one["type"] == "ContactRecorded")
    world.do(organisation, DOMINIQUE, {**CORRECTED, "entry": entry})
    await camille.press("Enregistrer", status=409)
    await camille.sees("Le dossier a changé entre-temps", "Dominique Échantillon", "Travaux jusqu’à l’été")
    await camille.press("Enregistrer quand même")
    await camille.sees("Mise en pause", "Travaux jusqu’à l’été")
