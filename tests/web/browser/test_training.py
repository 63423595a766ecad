"""A simulation to learn by, from the press that makes it to the one that throws it away, beside a real organisation."""

import re
from uuid import uuid4

from tests.cli.house import ADMINISTRATOR
from tests.support.waiting import wait_until
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import EXAMPLES, World

NOUR = "nour.modele@example.org"


async def test_a_training_from_one_press_to_the_other(arrive: Arrive, world: World) -> None:
    """A programme manager has it made, lets months pass, throws it away and is back: without script, on a phone."""
    organisation = _real_organisation(world)
    settings = f"/o/{organisation}/organisation"
    nour = await arrive(script=False, width=320)
    await _signs_in(nour, world)
    await nour.open(settings)
    await nour.press("Faire une simulation pour apprendre")
    training = nour.page.url.removeprefix(nour.address).removesuffix("/formation")
    await nour.sees("Formation – Essai (inventé)", "SIMULATION – il est le", "rien de ce que vous y faites")
    assert "SIMULATION – il est le" in await nour.page.title()
    await nour.no_scroll_sideways()
    await _others_are_told_why_not(nour, training)
    await _months_pass(nour, world, training)
    await nour.open(f"{training}/formation")
    await nour.press("Jeter cette simulation")
    assert nour.page.url == nour.address + settings
    await nour.sees("La simulation est jetée : il n’en reste rien.", "pour de vrai")
    await nour.does_not_see("SIMULATION", "Simulations en cours")
    await nour.no_scroll_sideways()
    await nour.open(f"{training}/formation", status=404)
    await nour.open(f"/o/{organisation}/dossiers")
    await nour.sees("Aucun dossier")


def _real_organisation(world: World) -> str:
    """One with the people of the examples and no file."""
    organisation = f"vraie-{uuid4().hex[:8]}"
    world.house.found(organisation, "real")
    people = str(EXAMPLES / "people.yaml")
    imported = world.house.run("import", people, "--as", ADMINISTRATOR, "-o", organisation)
    assert imported.code == 0, imported.err
    return organisation


async def _signs_in(nour: Visitor, world: World) -> None:
    before = len(_doors(world))
    await nour.open("/connexion/lien")
    await nour.fill("Adresse électronique", NOUR)
    await nour.press("Envoyer le lien")

    async def arrived() -> bool:
        return len(_doors(world)) > before

    await wait_until(arrived, "the letter has arrived")
    await nour.open(_doors(world)[-1])
    await nour.press("Me connecter", within=nour.page.locator("main"))


def _doors(world: World) -> list[str]:
    """The ways in that she was mailed."""
    bodies = [one.get_body(("plain",)) for one in world.letters_to(NOUR)]
    texts = [str(one.get_content()) for one in bodies if one]
    return [link for one in texts for link in re.findall(rf"{re.escape(world.address)}(/l/[\w-]+)", one)]


async def _others_are_told_why_not(nour: Visitor, training: str) -> None:
    """She looks at it as its auditor and as a member of its jury, who can have none made and move no clock."""
    for name, status in (("Éden Brouillon", 200), ("Charlie Esquisse", 409)):
        await nour.open(f"{training}/formation")
        await nour.press(f"Voir en tant que {name}")
        await nour.sees("SIMULATION – il est le", "vu par")
        await nour.open(f"{training}/organisation", status=status)
        await nour.sees("Réservé à l’administration")
        await nour.does_not_see("Faire une simulation pour apprendre")


async def _months_pass(nour: Visitor, world: World, training: str) -> None:
    """In the page, for its manager; reminders come, and are mailed to a server that lets nothing out."""
    await nour.open(f"{training}/formation")
    await nour.press("Voir en tant que Camille Fictive")
    mails = len(world.letters())
    await nour.follow("Avancer l’horloge", within=nour.page.locator(".simulation-banner"))
    before = await nour.page.title()
    await nour.choose("Avancer d’une durée", "trois mois")
    await nour.press("Avancer")

    async def arrived() -> bool:
        await nour.page.reload()
        return "Elle va vers" not in await nour.text()

    await wait_until(arrived, "three months have passed")
    await nour.sees("Ce qui s’est passé", "✉")
    assert await nour.page.title() != before
    assert any("SIMULATION" in one["Subject"] for one in world.letters()[mails:])
    await nour.open(f"{training}/dossiers")
    await nour.sees("(inventé)")
