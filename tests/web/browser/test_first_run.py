"""Stories 1 and 2 on a stack of their own: the first organisation, ways in, what is wrong with them."""

import re
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.async_api import FilePayload

from tests.cli.house import House
from tests.support.waiting import wait_until
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import NOWHERE, World

ADDRESS, PASSWORD, ANOTHER = "alix.exemple@example.org", "un passage vert et calme", "une autre phrase calme"


@pytest.fixture
def begun() -> Iterator[tuple[World, str]]:
    """A stack in which nothing was founded, as ``escale up`` starts it, and the code that it printed."""
    with tempfile.TemporaryDirectory(prefix="escale-first-") as home:
        house = House(Path(home), NOWHERE)
        started = house.run("up", "--json")
        assert started.code == 0, started.err
        yield World(house, started.json["addresses"]["web"]), started.json["first_run_code"]
        house.run("down")


async def test_the_first_organisation_and_ways_in(
    arrive: Arrive, begun: tuple[World, str], scripted: bool
) -> None:
    """The code founds once; nobody learns which addresses are known; a link works once; a session ends elsewhere."""
    world, code = begun
    alix = await arrive(script=scripted, width=320, address=world.address)
    await _founds(alix, code)
    if scripted:  # each of its forms is told without a script elsewhere
        await _is_ready_to_work(alix)
    await _is_told_nothing_of_addresses(alix, world)
    await _chooses_another_password(alix, world)
    await _ends_another_session(alix, await arrive(script=scripted, address=world.address))


async def _founds(alix: Visitor, code: str) -> None:
    await alix.open("/premiers-pas")
    await alix.fill("Code du terminal", "AAAA-AAAA-AAAA-AAAA")
    await alix.fill("Nom de l’organisation", "Ma Fondation")
    await alix.tick("Pour de vrai")
    await alix.fill("Votre nom", "Alix Exemple")
    await alix.fill("Votre adresse électronique", ADDRESS)
    await alix.fill("Mot de passe", PASSWORD)
    await alix.press("Fonder l’organisation", status=422)
    await alix.sees("Il y a un problème", "Ce n’est pas le code affiché en dernier")
    await alix.fill("Code du terminal", code)
    await alix.fill("Mot de passe", PASSWORD)
    await alix.press("Fonder l’organisation")
    await alix.sees("Ma Fondation")
    await alix.sees("Aucun dossier", "Trois façons de commencer", "Pour commencer")
    await alix.no_scroll_sideways()
    await alix.open("/premiers-pas", status=404)
    await alix.sees("Cette page n’existe pas")


async def _is_ready_to_work(alix: Visitor) -> None:
    """By the steps that are listed, and by each of the three ways on."""
    await alix.open("/o/ma-fondation/")
    await alix.follow("Enregistrer les personnes")
    await alix.fill("Le nom", "Camille Exemple")
    await alix.fill("L’adresse électronique", "camille.exemple@example.org")
    await alix.press("Enregistrer")
    await alix.follow(re.compile("^Donner à l’une d’elles le rôle"))
    await alix.tick("Camille Exemple")
    await alix.choose("La région", "Occitanie")
    await alix.press("Vérifier avant d’enregistrer")
    await alix.press("Enregistrer")
    await alix.follow(re.compile("^Vous donner le rôle"))
    await alix.choose("La région", "Occitanie")
    await alix.press("Vérifier avant d’enregistrer")
    await alix.sees("Alix Exemple", "chargé·e de mission")
    await alix.press("Enregistrer")
    await _sees_a_simulation(alix)
    await _imports_people(alix)
    await _opens_a_file(alix)


async def _sees_a_simulation(alix: Visitor) -> None:
    """And throws it away."""
    await alix.open("/o/ma-fondation/dossiers")
    await alix.follow(re.compile("^Voir une simulation"))
    await alix.press("Faire une simulation pour apprendre")
    await alix.sees("rien de ce que vous y faites ne compte")
    await alix.no_scroll_sideways()
    await alix.press("Jeter cette simulation")


async def _imports_people(alix: Visitor) -> None:
    """The sheet is tried first."""
    await alix.open("/o/ma-fondation/dossiers")
    await alix.follow(re.compile("^Importer des personnes"))
    await alix.tick("Personnes et rôles")
    sheet = "Nom;Adresse;Rôle;Région\nDominique Exemple;dominique@example.org;élu·e;Occitanie\n".encode()
    file = FilePayload(name="equipe.csv", mimeType="text/csv", buffer=sheet)
    await alix.page.get_by_label("La feuille (.xlsx, .ods ou .csv)").set_input_files(files=[file])
    await alix.press("Essayer")
    await alix.sees("1 serait enregistrée")
    await alix.press(re.compile("^Enregistrer"))
    await alix.sees("1 enregistrée, 0 refusée")


async def _opens_a_file(alix: Visitor) -> None:
    """In a programme that ships; its first reminders are planned, and nothing is left to begin with."""
    await alix.open("/o/ma-fondation/dossiers")
    await alix.follow(
        "Ouvrir un premier dossier", within=alix.page.get_by_role("region", name="Pour commencer")
    )
    await alix.choose("Le programme", "Territoires d’engagement et de coopération")
    await alix.choose("La région", "Occitanie")
    await alix.press("Continuer")
    await alix.fill("Le nom", "Passage vert")
    await alix.fill("Son nom", "Une rue de Toulouse")
    await alix.fill("L’objet, en une ligne", "Planter ensemble")
    for choice in ("non modélisée", "hybride", "appel d’habitants", "Camille Exemple"):
        await alix.tick(choice)
    await alix.press("Vérifier avant d’enregistrer")
    await alix.press("Enregistrer")
    await alix.sees("Passage vert")
    await alix.follow("Échéances")
    await alix.sees("Sans nouvelles", "rappel le")
    await alix.no_scroll_sideways()
    await alix.open("/o/ma-fondation/")
    await alix.does_not_see("Pour commencer")


async def _is_told_nothing_of_addresses(alix: Visitor, world: World) -> None:
    """A known and an unknown address are answered alike; whoever tries five times waits."""
    answers = []
    for address in (ADDRESS, f"{uuid4().hex[:8]}@example.org"):
        await alix.open("/connexion/oubli")
        await alix.fill("Adresse électronique", address)
        await alix.press("Envoyer le lien")
        await alix.sees("Si cette adresse est connue ici, un lien vient d’y partir")
        answers.append(await alix.text())
    assert answers[0] == answers[1]
    await alix.page.context.clear_cookies()
    stranger = f"{uuid4().hex[:8]}@example.org"
    for status in (*[422] * 5, 429):
        await alix.open("/connexion")
        await alix.fill("Adresse électronique", stranger)
        await alix.fill("Mot de passe", "ce n’est pas le bon")
        await alix.press("Se connecter", within=alix.page.locator("main"), status=status)
    await alix.sees("Réessayez dans 15 minutes")


async def _chooses_another_password(alix: Visitor, world: World) -> None:
    """By the link of the letter, which nothing but the button uses up."""
    door = await _link_in_a_letter(world)
    for _ in range(3):
        await alix.open(door)
    await alix.fill("Nouveau mot de passe", ANOTHER)
    await alix.press("Choisir ce mot de passe")
    await alix.open("/o/ma-fondation/")
    await alix.sees("Ma Fondation")
    answer = await alix.page.goto(alix.address + door)
    assert answer is not None
    assert "Choisir ce mot de passe" not in await alix.text()


async def _link_in_a_letter(world: World) -> str:
    letters: list[EmailMessage] = []

    async def arrived() -> bool:
        letters[:] = [one for one in world.letters_to(ADDRESS) if "/l/" in _text(one)]
        return bool(letters)

    await wait_until(arrived, "the letter with a link has arrived")
    found = re.findall(rf"{re.escape(world.address)}(/l/[\w-]+)", _text(letters[-1]))
    assert found
    return str(found[-1])


def _text(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    return str(body.get_content()) if body else ""


async def _ends_another_session(alix: Visitor, elsewhere: Visitor) -> None:
    await elsewhere.open("/connexion")
    await elsewhere.fill("Adresse électronique", ADDRESS)
    await elsewhere.fill("Mot de passe", ANOTHER)
    await elsewhere.press("Se connecter", within=elsewhere.page.locator("main"))
    await elsewhere.open("/o/ma-fondation/")
    await alix.open("/moi")
    await alix.press("Mettre fin à toutes les autres")
    await elsewhere.open("/o/ma-fondation/")
    await elsewhere.sees("Se connecter")
