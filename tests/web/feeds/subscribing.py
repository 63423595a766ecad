"""Making the address of a calendar as its owner does, and what a client of calendars finds there."""

import re
from datetime import UTC, datetime

import httpx
from icalevents.icaldownload import ICalDownload
from icalevents.icalparser import Event, parse_events

from tests.web.house import ORGANISATION, SiteHouse

_ADDRESS = re.compile(r'value="http://[^"/]+(/cal/[^"]+)"')
_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
BEGINNING, END = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


async def pressed(client: httpx.AsyncClient, calendar: str, do: str) -> httpx.Response:
    """Press a button of ``/moi`` about a calendar."""
    shown = await client.get("/moi")
    found = _TOKEN.search(shown.text)
    assert found
    fields = {"csrf": found[1], "organisation": ORGANISATION, "calendar": calendar, "do": do}
    return await client.post("/moi/agendas", data=fields)


async def addresses(client: httpx.AsyncClient) -> list[str]:
    """The paths of one's calendars, as the page shows them."""
    return _ADDRESS.findall((await client.get("/moi")).text)


async def subscribed(site: SiteHouse, person: str, calendar: str = "mine:") -> str:
    """The path of a new calendar of somebody."""
    async with site.client_as(person) as client:
        before = set(await addresses(client))
        assert (await pressed(client, calendar, "make")).status_code == 303
        [made] = set(await addresses(client)) - before
    return made


def entries_in(content: bytes | str) -> dict[str, Event]:
    """What icalevents, a client of calendars, finds in one: its entries by UID."""
    text = ICalDownload.decode(content)
    found = parse_events(text, start=BEGINNING, end=END)
    assert len({one.uid for one in found}) == len(found)
    return {one.uid: one for one in found}


async def entries(site: SiteHouse, path: str) -> dict[str, Event]:
    """The entries at a path, fetched as calendars do: without a cookie."""
    async with site.client() as client:
        answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return entries_in(answer.content)
