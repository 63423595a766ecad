"""Stories 8, 10, 11 and 12: a member answers by the link of a letter; a conflict; a dossier that changes; an end."""

import re

import httpx

from tests.cli.house import ADMINISTRATOR
from tests.support.imported import person_of
from tests.support.waiting import wait_until
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

NOUR, CHARLIE = "nour.modele@example.org", "charlie.esquisse@example.org"
NOTE = "Le portrait sensible du quartier est prêt (inventé)."
CHANGED = "Un collectif d’habitants s’est formé (inventé)."
WHY = "Une assemblée d’habitants avant l’été. " * 50


async def test_a_member_answers_by_a_link_until_the_review_has_ended(
    arrive: Arrive, world: World, scripted: bool
) -> None:
    """Scanned, declared, read, interrupted, given, revised, confirmed; another member has a conflict; it ends."""
    organisation = await world.found("avis", "noailles")
    room = f"/o/{organisation}/avis/territoire"
    role = {"type": "GrantRole", "command_id": "andrea", "person": person_of("andrea"), "role": "jury"}
    world.do(organisation, ADMINISTRATOR, role)
    world.do(
        organisation,
        NOUR,
        _about("OpenReview", cooperation="noailles", question="choice_of_territory", note=NOTE),
    )
    door = await _door(world, organisation)
    await _scanned(world, door)

    charlie, nour = await arrive(script=scripted), await arrive(script=scripted)
    await nour.see_as(organisation, "Nour Modèle")
    await _answers(charlie, door, room)
    await _counts(nour, room, "1 sur 2, quorum 1")
    world.do(organisation, NOUR, _about("ReviseDossier", note=CHANGED))
    await charlie.open(room)
    await charlie.sees("Le dossier a changé : votre avis ne compte plus", "Depuis la version 1", CHANGED)
    await _counts(nour, room, "0 sur 2, quorum 1")
    await charlie.press("Confirmer mon avis")
    await _counts(nour, room, "1 sur 2, quorum 1")

    andrea = await arrive(script=scripted, width=320)
    await andrea.see_as(organisation, "Andréa Canevas")
    await _has_a_conflict(andrea, room)
    await _counts(nour, room, "1 sur 1, quorum 1")
    await _concluded(charlie, room)
    await charlie.sees("Merci.", "favorable sous conditions")
    await charlie.does_not_see(CHANGED)
    await nour.open(room)
    await nour.follow("Procès-verbal")
    await nour.sees("1 pour, 0 contre, 0 abstention", "Charlie Esquisse")


async def _answers(charlie: Visitor, door: str, room: str) -> None:
    """Interests first; what was written outlives the session."""
    await _come_in(charlie, door, room)
    await charlie.sees("avez-vous un conflit d’intérêts", "Quartier Noailles, Marseille")
    await charlie.does_not_see(NOTE)
    await charlie.tick("non")
    await charlie.press("Déclarer mes intérêts")
    await charlie.sees(NOTE)
    await charlie.tick("favorable sous conditions")
    await charlie.press("Continuer")
    await charlie.page.locator("textarea[name=conditions]").fill(WHY)
    await charlie.page.context.clear_cookies()
    await charlie.press("Donner mon avis", status=401)
    await charlie.sees("Votre saisie est gardée")
    await _come_in(charlie, door, room)
    assert await charlie.page.locator("textarea[name=conditions]").input_value() == WHY
    await charlie.press("Donner mon avis")
    await charlie.sees(
        "est noté : favorable sous conditions", "Vous pouvez le modifier jusqu’à la conclusion"
    )
    await charlie.follow("Garder une copie")
    await charlie.sees("Copie de votre avis", WHY.strip())


async def _has_a_conflict(andrea: Visitor, room: str) -> None:
    """From a phone: the dossier stays closed, and is no longer named."""
    await andrea.open(room)
    await andrea.no_scroll_sideways()
    await andrea.tick("oui")
    await andrea.page.locator("[name=reason]").fill("Ma sœur y travaille.")
    await andrea.press("Déclarer mes intérêts")
    await andrea.sees("Vous avez déclaré un conflit d’intérêts : le dossier ne vous est pas montré.")
    await andrea.does_not_see("Noailles", CHANGED)


async def _counts(nour: Visitor, room: str, wanted: str) -> None:
    """What who leads sees of the votes."""
    await nour.open(room)
    await nour.sees(wanted, "Conduire l’avis")


def _about(kind: str, **fields: object) -> dict[str, object]:
    return {"type": kind, "command_id": f"story/{kind}", "review": "territoire", **fields}


async def _door(world: World, organisation: str) -> str:
    """The path of the door in the letter that Charlie was sent."""
    found: list[str] = []

    async def sent() -> bool:
        letters = [one for one in world.letters_to(CHARLIE) if f".{organisation}." in (one["List-Id"] or "")]
        texts = [body.get_content() for one in letters if (body := one.get_body(("plain",)))]
        found.extend(path for text in texts for path in re.findall(rf"{world.address}(/l/\S+)", text))
        return bool(found)

    await wait_until(sent, "the invitation was sent")
    return found[0]


async def _scanned(world: World, door: str) -> None:
    """What scanners of mail do with a link."""
    async with httpx.AsyncClient(base_url=world.address) as scanner:
        for _ in range(20):
            assert (await scanner.get(door)).status_code == 200
            assert (await scanner.head(door)).status_code == 200
        assert not scanner.cookies


async def _come_in(visitor: Visitor, door: str, room: str) -> None:
    """Through the door: behind it no address holds the secret."""
    await visitor.open(door)
    await visitor.sees("Noailles", "Charlie Esquisse")
    await visitor.press("Continuer")
    assert visitor.page.url == visitor.address + room


async def _concluded(visitor: Visitor, room: str) -> None:
    """The service concludes by the panel's rule, once nobody owes an opinion."""

    async def ended() -> bool:
        await visitor.page.goto(visitor.address + room)
        return "Merci." in await visitor.text()

    await wait_until(ended, "the review was concluded")
