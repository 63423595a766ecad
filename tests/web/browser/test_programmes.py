"""A programme's rules written, tried out, published, and a file moved to them: all in the page."""

import re
from pathlib import Path

from icalendar import Calendar

from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

TEC = (Path(__file__).parents[3] / "programmes" / "tec.yaml").read_text("utf-8")
_GATE = "  diagnosis:\n    name: {fr: Diagnostic, en: Diagnosis}\n"
_MORE = (
    "      - item: neighbours\n"
    "        name: {fr: Voisins consultés, en: Neighbours consulted}\n"
    "        needs: {rule: declared}\n"
)


def _next_version() -> str:
    """One more thing to be met in the diagnosis."""
    before, named, diagnosis = TEC.replace("version: 3", "version: 4", 1).partition(_GATE)
    assert named
    return before + named + diagnosis.replace("    gate:\n", f"    gate:\n{_MORE}", 1)


async def test_a_programme(arrive: Arrive, world: World, scripted: bool) -> None:
    """Story 20: a mistake at its line; mended, compared, tried, published; rehearsed; one file migrated."""
    organisation = await world.found("programme", "tec-territory")
    visitor = await arrive(script=scripted)
    await visitor.see_as(organisation, "Ada Exemple")
    await visitor.open(f"/o/{organisation}/programmes")
    await visitor.follow("Vérifier ou publier un règlement")
    rulebook = _next_version()
    wrong = rulebook.replace("needs: {rule: declared}", "needs: {rule: declaired}", 1)
    line = wrong[: wrong.index("declaired")].count("\n") + 1
    await visitor.fill("ou son texte", wrong)
    await visitor.press("Vérifier", status=422)
    await visitor.sees("Rien n’est envoyé", f"{line} ", "declaired", "vouliez-vous dire « declared »")
    await visitor.fill("ou son texte", rulebook)
    await visitor.press("Vérifier")
    await visitor.sees("Ce qui change par rapport à la version en vigueur", "Voisins consultés")
    await visitor.does_not_see("Publiée ici le")
    await visitor.press("Répéter")
    await visitor.sees("L’essayer avant de la publier", "Voisins consultés", "2030")
    await visitor.press("Publier")
    await visitor.sees("version 4", "Publiée ici le")
    await visitor.follow("Répéter une coopération")
    await visitor.press("Répéter")
    await _rehearsed(visitor)
    await world.caught_up(organisation)
    await visitor.see_as(organisation, "Lou Gabarit")
    await visitor.open(f"/o/{organisation}/programmes/tec@4")
    await visitor.follow("Faire passer des dossiers à cette version")
    await visitor.tick(re.compile("^Cocher "))
    await visitor.press("Continuer avec les dossiers cochés")
    await visitor.page.locator("[name=reason]").fill("Les voisins ont été oubliés")
    await visitor.press("Vérifier pour chaque dossier")
    await visitor.sees("Rien n’est encore enregistré", "à remplir en plus : Voisins consultés (manque)")
    await visitor.press(re.compile("^Enregistrer pour"))
    await visitor.sees("1 enregistré")
    await visitor.open(f"/o/{organisation}/dossiers/vallee-exemple/passage")
    await visitor.sees("Voisins consultés")


async def _rehearsed(visitor: Visitor) -> None:
    """Four years; what makes no sense stands first; the calendar is one that a calendar's library opens."""
    shown = await visitor.text()
    assert shown.index("Ce qui n’a pas de sens") < shown.index("Jour après jour")
    assert len(set(re.findall(r"20\d\d", shown))) >= 4
    async with visitor.page.expect_download() as coming:
        await visitor.page.get_by_role("link", name="En calendrier (.ics)").click()
    path = await (await coming.value).path()
    assert _events_in(Path(path))


def _events_in(calendar: Path) -> int:
    return len(Calendar.from_ical(calendar.read_bytes()).walk("VEVENT"))
