"""Story 26: a list of hundreds is narrowed down, sorted, paged and acted upon; the way back leads where one was."""

import re

import pytest_asyncio
from python_calamine import CalamineWorkbook

from tests.support.imported import person_of
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

FILES, OTHERS = 70, 6
"""Of the programme that is asked for, over a page of the list, and of another one; 312 are acted upon in 14 s."""
PAGE = 50
PROGRAMME, PROGRAMME_NAME = "macif-ordinary-support", "Soutien ordinaire de la Fondation Macif"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def organisation(world: World) -> str:
    """One with so many files, for both ways of telling the story."""
    made = await world.found("beaucoup")
    _open_files(world, made)
    await world.caught_up(made)
    return made


async def test_a_long_list(arrive: Arrive, world: World, organisation: str, scripted: bool) -> None:
    """Three filters, an order, the second page, a file and back to its row; then one act for all results."""
    camille = await arrive(script=scripted)
    await camille.see_as(organisation, "Camille Exemple")
    await camille.open(f"/o/{organisation}/dossiers")
    await camille.sees(f"{FILES + OTHERS} dossiers")
    for label, choice in (("Région", "occitanie"), ("Programme", PROGRAMME), ("Phase", "exploration")):
        await _narrow(camille, label, choice, scripted=scripted)
    await camille.sees(f"{FILES} dossiers", "3 filtres")
    await camille.page.go_back()
    await camille.page.get_by_text("2 filtres").wait_for()
    assert await camille.page.get_by_label("Phase").first.input_value() == ""
    await camille.page.go_forward()
    await camille.page.get_by_text("3 filtres").wait_for()
    assert await camille.page.get_by_label("Phase").first.input_value() == "exploration"
    await _takes_away(
        camille, "Région\u00a0: Occitanie", f"Programme\u00a0: {PROGRAMME_NAME}", "Phase\u00a0: Instruction"
    )
    await camille.follow("Dossier", within=camille.page.locator("thead"))
    await camille.follow("suivants →")
    await camille.sees(f"{FILES} dossiers")
    rows = camille.page.locator("tbody tr")
    assert await rows.count() == FILES - PAGE
    list_address, row = camille.page.url, rows.last
    name = await row.get_by_role("link").inner_text()
    assert name == "Dossier 001"
    await camille.follow(name)
    await camille.sees(f"{FILES} sur {FILES}")
    await camille.page.go_back()
    assert camille.page.url == list_address
    assert await camille.page.get_by_label("Programme").first.input_value() == PROGRAMME
    link = camille.page.get_by_role("link", name=name)
    await link.wait_for()
    await camille.page.wait_for_function("scrollY > 0")
    assert await link.evaluate("one => one.getBoundingClientRect().top < innerHeight")
    await camille.tick(f"Sélectionner les {FILES} résultats")
    await camille.press("Agir sur la sélection")
    await camille.sees(f"{FILES} dossiers")
    await camille.tick("Noter un contact")
    await camille.press("Continuer")
    await camille.tick("réunion")
    await camille.press("Vérifier pour chaque dossier")
    await camille.press(f"Enregistrer pour {FILES} dossiers")
    while await camille.page.get_by_role("button", name="Reprendre").count():
        await camille.press("Reprendre")
    await camille.sees(f"{FILES} enregistrés, 0 refusé")
    await world.caught_up(organisation)
    await camille.open(f"{list_address.removeprefix(camille.address)}&contact=P6M")
    await camille.sees("Aucun dossier avec ces 4 filtres.")


async def _narrow(visitor: Visitor, label: str, choice: str, *, scripted: bool) -> None:
    """By script, the list follows each choice, and so does the address; without, the button is pressed."""
    await visitor.page.get_by_label(label).first.select_option(value=choice)
    if scripted:
        await visitor.page.wait_for_url(re.compile(f"={choice}(&|$)"))
        await visitor.page.get_by_role("link", name=f"Retirer le filtre «\u00a0{label}").wait_for()
        await visitor.look()
    else:
        await visitor.press("Filtrer")


async def _takes_away(visitor: Visitor, *filters: str) -> None:
    """The list as a sheet: every file that passes, and on a sheet of its own what the list was asked."""
    async with visitor.page.expect_download() as coming:
        await visitor.page.get_by_role("link", name="Télécharger (.xlsx)").click()
    book = CalamineWorkbook.from_path(await (await coming.value).path())
    listed, about = (book.get_sheet_by_name(one).to_python() for one in book.sheet_names)
    assert len(listed) == 1 + FILES
    assert [said for what, said in about if what == "Filtres"] == list(filters)
    assert ["Lignes", FILES] in about


def _open_files(world: World, organisation: str) -> None:
    """Of the programme that is asked for, and some of another one."""
    programmes = [PROGRAMME] * FILES + ["tec"] * OTHERS
    openings = (
        {
            "type": "OpenCooperation",
            "cooperation": f"dossier-{number}",
            "name": f"Dossier {number:03}",
            "territory": {"name": "Toulouse"},
            "region": "occitanie",
            "object": "Planter ensemble",
            "cooperation_type": "modelled",
            "economic_model": "hybrid",
            "origin": "collective-asks",
            "programme": programme,
            "managers": [person_of("camille")],
        }
        for number, programme in enumerate(programmes, 1)
    )
    world.do(organisation, "camille.exemple@example.org", *openings)
