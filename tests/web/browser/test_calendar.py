"""Story 22: a calendar is subscribed to; it moves with an extension, ends when the deadline is met, can be renewed."""

import re
from datetime import UTC, date, datetime

import httpx
from icalevents.icaldownload import ICalDownload
from icalevents.icalparser import Event, parse_events

from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

NOUR = "nour.modele@example.org"
ADDRESS = "Adresse à donner à votre agenda"


async def test_a_calendar_follows_its_deadlines(arrive: Arrive, world: World) -> None:
    """The client is icalevents, by HTTP; the address is made and renewed by the buttons of the page."""
    organisation = await world.found("agenda", "noailles")
    nour = await arrive()
    await nour.see_as(organisation, "Nour Modèle")
    await nour.open(f"/o/{organisation}/agenda")
    await nour.follow("M’abonner dans mon agenda")
    await nour.press("Créer l’adresse")
    address = await _address(nour)
    await nour.no_scroll_sideways()

    line = world.ask("agenda", "--as", NOUR, "-o", organisation, "--within", "P5Y")["rows"][0]
    uid = f"{organisation}/noailles/{line['occurrence']}@escale"
    first = _fetched(address)[uid]
    assert (str(first.sequence), first.status) == ("0", "CONFIRMED")
    given = {"type": "ExtendDeadline", "cooperation": "noailles", "deadline": line["deadline"]}
    until = date(2027, 9, 15)
    await _does(world, organisation, given | {"until": until.isoformat(), "reason": "Essai"})
    moved = _fetched(address)[uid]
    assert (str(moved.sequence), moved.status, _day(moved)) == ("1", "CONFIRMED", until)
    assert moved.url == f"{world.address}/o/{organisation}/dossiers/noailles/echeances"

    await _does(world, organisation, {"type": "RecordContact", "cooperation": "noailles", "kind": "phone"})
    met = _fetched(address)[uid]
    assert (str(met.sequence), met.status) == ("2", "CANCELLED")

    async with httpx.AsyncClient() as client:
        answer = await client.get(address)
        again = await client.get(address, headers={"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")

        await nour.press("Renouveler l’adresse")
        renewed = await _address(nour)
        assert (await client.get(address)).status_code == 404
        assert (await client.get(renewed)).content == answer.content


async def _does(world: World, organisation: str, command: dict[str, object]) -> None:
    world.do(organisation, NOUR, command)
    await world.caught_up(organisation)


async def _address(visitor: Visitor) -> str:
    address = await visitor.page.get_by_label(ADDRESS).input_value()
    link = await visitor.page.get_by_role("link", name="Ouvrir dans mon agenda").get_attribute("href")
    assert link == re.sub("^https?:", "webcal:", address)
    return address


def _fetched(address: str) -> dict[str, Event]:
    text = ICalDownload().data_from_url(address)
    found = parse_events(text, start=datetime(2000, 1, 1, tzinfo=UTC), end=datetime(2100, 1, 1, tzinfo=UTC))
    return {one.uid: one for one in found}


def _day(event: Event) -> date:
    assert event.start
    return event.start.date()
