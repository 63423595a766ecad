"""Programs: a token is made, used and ended; another program is told what happens, once more from a position on."""

import html
import re

import httpx

from tests.support.waiting import wait_until
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World
from tests.webhooks.receiver import Receiver, receiving

_TOKEN = re.compile(r"<code>(esc_[^<]+)</code>")
_SECRET = re.compile(r"<code>(whsec_[^<]+)</code>")


async def test_programs_act_and_are_told(arrive: Arrive, world: World, scripted: bool) -> None:
    """With a token that Nour makes, and at an address that an administrator adds; on a small screen without script."""
    organisation = await world.found("programmes", "noailles")
    width = 1280 if scripted else 320
    nour, ada = await arrive(script=scripted, width=width), await arrive(script=scripted, width=width)
    await nour.see_as(organisation, "Nour Modèle")
    await ada.see_as(organisation, "Ada Exemple")
    async with receiving() as receiver:
        await _is_told_why_not(nour, organisation)
        secret = await _adds(ada, organisation, receiver)
        await _tries(ada, receiver, secret)
        token = await _makes_a_token(nour)
        await _records_a_contact(world, organisation, token)
        await _hears(receiver, 2)
        assert receiver.heard[-1].said["data"]["command_id"] == "programme/1"
        await _has_it_told_once_more(ada, receiver, secret)
        await _ends_the_token(nour, world, organisation, token)


async def _is_told_why_not(nour: Visitor, organisation: str) -> None:
    """Who is no administrator reads who is."""
    for page in ("webhooks", "jetons"):
        await nour.open(f"/o/{organisation}/organisation/{page}", status=409)
        await nour.sees("Réservé à l’administration")


async def _adds(ada: Visitor, organisation: str, receiver: Receiver) -> str:
    """An address inside is refused in words; the secret of a good one is shown once."""
    await ada.open(f"/o/{organisation}/organisation/webhooks")
    await ada.sees("Aucun logiciel n’est prévenu.")
    await ada.fill("Adresse", "https://10.0.0.5/")
    await ada.press("Ajouter", status=422)
    await ada.sees("seules les adresses publiques sont permises")
    await ada.fill("Adresse", receiver.url)
    await ada.tick("rencontres")
    await ada.no_scroll_sideways()
    await ada.press("Ajouter")
    await ada.sees("il ne sera plus montré")
    await ada.no_scroll_sideways()
    secret = await _shown(ada, _SECRET)
    await ada.follow("Voir cette annonce")
    await ada.does_not_see(secret)
    return secret


async def _tries(ada: Visitor, receiver: Receiver, secret: str) -> None:
    await ada.press("Envoyer un essai")
    await _hears(receiver, 1)
    await _reads(ada, "essai", "204", "reçu")
    assert receiver.heard[0].verifies(secret)


async def _has_it_told_once_more(ada: Visitor, receiver: Receiver, secret: str) -> None:
    """Under another secret beside the first, from a position on; a position that is none is refused."""
    await _reads(ada, "Contact")
    await ada.press("Changer le secret")
    await ada.sees("L’ancien secret vaut encore un jour")
    another = await _shown(ada, _SECRET)
    assert another != secret
    await ada.follow("Voir cette annonce")
    await ada.fill("À partir de la position", "hier")
    await ada.press("Annoncer de nouveau", status=422)
    await ada.sees("Donnez un nombre entier")
    said = receiver.heard[-1]
    await ada.fill("À partir de la position", str(said.position))
    await ada.press("Annoncer de nouveau")
    await ada.no_scroll_sideways()
    await _hears(receiver, 3)
    again = receiver.heard[-1]
    assert again.id == said.id
    assert again.verifies(secret)
    assert again.verifies(another)
    await ada.press("Ne plus prévenir")
    await ada.sees("Aucun logiciel n’est prévenu.")


async def _makes_a_token(nour: Visitor) -> str:
    """What it allows is asked first; it is shown once."""
    await nour.open("/moi/jetons")
    await nour.sees("Aucun jeton.")
    await nour.follow("Faire un jeton")
    await nour.press("Faire le jeton", status=422)
    await nour.sees("Donnez-lui un nom")
    await nour.fill("Nom", "Tableau de bord")
    await nour.tick("agir sur les coopérations")
    await nour.no_scroll_sideways()
    await nour.press("Faire le jeton")
    await nour.sees("il n’est montré qu’une fois")
    await nour.no_scroll_sideways()
    token = await _shown(nour, _TOKEN)
    await nour.follow("Vos jetons")
    await nour.sees("Tableau de bord", "jamais")
    await nour.does_not_see(token)
    return token


async def _records_a_contact(world: World, organisation: str, token: str) -> None:
    contact = {"type": "RecordContact", "cooperation": "noailles", "kind": "visit"}
    assert await _asks(world, organisation, token, contact) == 201


async def _ends_the_token(nour: Visitor, world: World, organisation: str, token: str) -> None:
    """It was used; ended, it opens nothing."""
    await nour.open("/moi/jetons")
    assert "jamais" not in await nour.page.locator("table").inner_text()
    await nour.no_scroll_sideways()
    await nour.press(re.compile("Mettre fin"))
    await nour.sees("ce jeton n’ouvre plus rien")
    assert await _asks(world, organisation, token, {}) == 401


async def _asks(world: World, organisation: str, token: str, command: dict[str, str]) -> int:
    """Give a command by the API; the status of its answer."""
    headers = {"authorization": f"Bearer {token}", "idempotency-key": "programme/1"}
    async with httpx.AsyncClient(headers=headers, trust_env=False) as client:
        way = f"{world.address}/api/v1/o/{organisation}/commands"
        return (await client.post(way, json=command)).status_code


async def _hears(receiver: Receiver, number: int) -> None:
    async def heard() -> bool:
        return len(receiver.heard) >= number

    await wait_until(heard, f"{number} announcements have come")


async def _reads(visitor: Visitor, *wanted: str) -> None:
    """Look again until it is there: what became of an announcement is noted after its answer."""

    async def there() -> bool:
        await visitor.page.reload()
        text = await visitor.text()
        return all(one in text for one in wanted)

    await wait_until(there, f"{wanted} are read")
    await visitor.look()


async def _shown(visitor: Visitor, what: re.Pattern[str]) -> str:
    """What is shown this once."""
    found = what.search(await visitor.page.content())
    assert found
    return html.unescape(found[1])
