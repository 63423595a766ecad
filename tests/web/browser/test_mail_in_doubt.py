"""Story 21: a letter in doubt is sent again, the same; one that comes back is a task for those whom it concerns."""

import asyncio
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

import pytest

from config import Settings
from stack import control
from tests.cli.house import ADMINISTRATOR, NOUR, House
from tests.mail.notices import notice
from tests.mail.relay import Relay, serve_relay
from tests.support.waiting import wait_until
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import NOWHERE, World

RETURN = "retour@exemple.fr"
NEW = "nouvelle.adresse@example.org"


@contextmanager
def _relay_apart() -> Iterator[Relay]:
    """A mail server in a thread of its own: it answers while a command runs here."""
    begun: SimpleQueue[tuple[Relay, asyncio.AbstractEventLoop, asyncio.Event]] = SimpleQueue()

    async def serve() -> None:
        async with serve_relay() as relay:
            over = asyncio.Event()
            begun.put((relay, asyncio.get_running_loop(), over))
            await over.wait()

    thread = Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    relay, loop, over = begun.get(timeout=10)
    try:
        yield relay
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()


@pytest.fixture(scope="module")
def mailing() -> Iterator[tuple[World, Relay]]:
    """A stack whose mail goes to a server of the test."""
    with tempfile.TemporaryDirectory(prefix="escale-mail-") as home, _relay_apart() as relay:
        settings = Settings(
            home=Path(home),
            smtp_host=relay.server.host,
            smtp_port=relay.server.port,
            smtp_catches=True,
            bounce_address=RETURN,
        )
        state = control.up(settings)
        yield World(House(Path(home), NOWHERE), state.addresses.web), relay
        control.down(settings)


async def test_mail_in_doubt_and_mail_that_comes_back(
    arrive: Arrive, mailing: tuple[World, Relay], scripted: bool
) -> None:
    """The server hangs up after the first letter; it is sent again, comes back, and goes to another address."""
    world, relay = mailing
    _has_taken_nothing(relay)
    relay.data.append("drop")
    organisation = await world.found("doute", "citees")
    _reminders_are_due(world, organisation)
    message = await _in_state(world, organisation, "unknown")
    nour = await arrive(script=scripted, address=world.address)
    await nour.see_as(organisation, "Nour Modèle")
    await _settles_the_doubt(nour, world, organisation, message)
    assert _times(relay, message) == 2
    await _comes_back(world, relay, organisation, message)
    camille = await arrive(script=scripted, address=world.address)
    await camille.see_as(organisation, "Camille Exemple")
    await camille.open(f"/o/{organisation}/")
    await camille.does_not_see("Message refusé", message)
    await camille.open(f"/o/{organisation}/courrier/{message}", status=404)
    await _has_it_sent_elsewhere(nour, world, organisation, message)
    assert _times(relay, message) == 3
    assert relay.recipients[-1] == NEW


async def _settles_the_doubt(nour: Visitor, world: World, organisation: str, message: str) -> None:
    """From the list of what is in doubt; the file's history tells it, with the reason."""
    letter = f"/o/{organisation}/courrier/{message}"
    await nour.open(f"/o/{organisation}/courrier?etat=unknown")
    await nour.sees("1 courrier en doute")
    assert await nour.page.locator(f'a[href="{letter}"]').count() == 1
    await nour.open(letter)
    await nour.sees("On ne sait pas s’il est arrivé")
    await _sends_again(nour, "Rien reçu, dit la personne")
    await _in_state(world, organisation, "sent", message)
    await world.caught_up(organisation)
    await nour.open(letter)
    await nour.sees("Il est parti.")
    await nour.open(f"/o/{organisation}/dossiers/citees/historique")
    await nour.follow("Tout montrer")
    await nour.sees("Message en doute tranché", "Rien reçu, dit la personne")


async def _comes_back(world: World, relay: Relay, organisation: str, message: str) -> None:
    """The next server does not know who it is for, and says so where the letter came from."""
    sender = [at for one, at in zip(relay.ids, relay.senders, strict=True) if message in one][-1]
    taken = world.house.run("bounce", stdin=notice("postfix", sender), ESCALE_BOUNCE_ADDRESS=RETURN)
    assert taken.code == 0, taken.err

    async def waits() -> bool:
        told = world.ask("tasks", "-o", organisation, "--as", NOUR)
        return any(one["subject"] == message for one in told["rows"])

    await wait_until(waits, "the task is there")


async def _has_it_sent_elsewhere(nour: Visitor, world: World, organisation: str, message: str) -> None:
    """From the task, once the person has another address."""
    await nour.open(f"/o/{organisation}/")
    await nour.sees("Message refusé")
    await nour.open(f"/o/{organisation}/courrier/{message}")
    await nour.sees("son adresse est inconnue", "Faites corriger l’adresse de la personne, puis renvoyez-le")
    [letter] = await _letters(world, organisation, message)
    corrected = {"type": "ChangePerson", "person": letter["recipient"], "email": NEW}
    world.do(organisation, ADMINISTRATOR, corrected)
    await _sends_again(nour, "Adresse corrigée")
    await _in_state(world, organisation, "sent", message)


def _has_taken_nothing(relay: Relay) -> None:
    """Letters of one file have the same ids in each simulation."""
    for one in (relay.taken, relay.recipients, relay.senders):
        one.clear()


def _reminders_are_due(world: World, organisation: str) -> None:
    """The next day: those in charge are told that who leads CITEES does so until the end of the year."""
    moved = world.house.run(
        "clock", "advance", "--to", "2026-11-25", "--as", ADMINISTRATOR, "-o", organisation
    )
    assert moved.code == 0, moved.err


async def _sends_again(visitor: Visitor, why: str) -> None:
    await visitor.follow("Renvoyer")
    await visitor.fill(re.compile("raison", re.IGNORECASE), why)
    await visitor.press("Enregistrer")


def _times(relay: Relay, message: str) -> int:
    """How often a letter was taken, by its Message-ID."""
    return sum(f"<{message}@" in one for one in relay.ids)


async def _letters(world: World, organisation: str, message: str = "") -> Sequence[Any]:
    """The letters that Nour may read, or one of them."""
    told = world.ask("mail", "-o", organisation, "--as", NOUR)
    return [one for one in told["rows"] if message in one["id"]]


async def _in_state(world: World, organisation: str, state: str, message: str = "") -> str:
    """Wait for the letter, or any, to be in a state, and for its ledger to know; its id."""
    found: list[str] = []

    async def there() -> bool:
        found[:] = [
            one["id"] for one in await _letters(world, organisation, message) if one["state"] == state
        ]
        return bool(found)

    await wait_until(there, f"a letter is {state}")
    return found[0]
