"""Story 18: 124 rows are tried at the cell, what passes is recorded, and the same sheet brings nothing more."""

from collections.abc import Sequence
from datetime import date, timedelta

from playwright.async_api import FilePayload

from tests.imports.sheets import Cells, ods
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

HEADING = ("Dossier", "Date", "De quelle façon", "Note")
FUTURE = date(2030, 1, 1)


def rows() -> Cells:
    """118 that pass; four in a future that rules refuse; a file that is not there, and no date."""
    first = date(2025, 1, 1)
    good: list[Sequence[str | date | None]] = [
        ("Noailles", first + timedelta(days=one), "visite", f"Visite {one}") for one in range(118)
    ]
    refused: list[Sequence[str | date | None]] = [
        ("Noailles", FUTURE + timedelta(days=one), "visite", None) for one in range(4)
    ]
    unreadable: list[Sequence[str | date | None]] = [
        ("Inconnu", first, "visite", None),
        ("Noailles", "demain", "visite", None),
    ]
    return (HEADING, *good[:50], *refused, *good[50:], *unreadable)


async def test_a_sheet_is_tried_and_then_recorded_once(arrive: Arrive, world: World, scripted: bool) -> None:
    """By buttons alone."""
    organisation = await world.found("feuille", "noailles")
    nour = await arrive(script=scripted)
    await nour.see_as(organisation, "Nour Modèle")
    await _sends(nour, organisation)
    await nour.sees("118 seraient enregistrées, 4 refusées, 2 illisibles.")
    await nour.sees("Rien n’est encore enregistré.")
    for cell in ("B52", "B53", "B54", "B55", "A124", "B125"):
        await nour.sees(cell)
    assert _contacts(world, organisation) == 0
    await nour.press("Enregistrer les 118")
    await nour.sees("118 enregistrées, 0 refusée.")
    assert _contacts(world, organisation) == 118
    await _sends(nour, organisation)
    await nour.sees("0 serait enregistrée, 118 déjà là, 4 refusées, 2 illisibles.")
    assert not await nour.page.get_by_role("button", name="Enregistrer").count()


async def _sends(nour: Visitor, organisation: str) -> None:
    await nour.open(f"/o/{organisation}/dossiers")
    await nour.follow("Importer une feuille")
    await nour.tick("Contacts")
    sheet = FilePayload(name="contacts.ods", mimeType="application/octet-stream", buffer=ods(rows()))
    await nour.page.get_by_label("La feuille (.xlsx, .ods ou .csv)").set_input_files(files=[sheet])
    await nour.press("Essayer")


def _contacts(world: World, organisation: str) -> int:
    """Visits that the history of the file has."""
    told = world.house.run(
        "history", "noailles", "--json", "--as", "nour.modele@example.org", "-o", organisation
    )
    assert told.code == 0, told.err
    return told.out.count('"visit"')
