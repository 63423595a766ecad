"""Calendars by address: what their owner may read now, no more often than there is something new."""

import itertools
import re
from uuid import uuid4

import asyncpg
import pytest
from icalendar import Calendar

from tests.cli.house import CAMILLE, NOUR
from tests.web.feeds.subscribing import addresses, entries, pressed, subscribed
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.reviews.making import give
from web.feeds.pace import MOST, FeedPace

PROGRAMME = "demarche-territoriale"


@pytest.fixture(autouse=True)
async def nobody_has_one(site_house: SiteHouse) -> None:
    """No address that another test left."""
    owner = await asyncpg.connect(site_house.house.database.superuser_dsn)
    await owner.execute("TRUNCATE access.feeds")
    await owner.close()


async def test_an_address_is_made_shown_renewed_and_taken_away(site_house: SiteHouse) -> None:
    """The old one is a page that does not exist, at once; the same calendar is made once."""
    path = await subscribed(site_house, NOUR)
    async with site_house.client_as(NOUR) as client, site_house.client() as calendar:
        assert (await calendar.get(path)).status_code == 200
        await pressed(client, "mine:", "make")
        assert await addresses(client) == [path]
        shown = (await client.get("/moi")).text
        assert re.search(rf'href="webcal://[^"/]+{re.escape(path)}"', shown)
        await pressed(client, "mine:", "renew")
        [renewed] = await addresses(client)
        assert renewed != path
        assert (await calendar.get(path)).status_code == 404
        assert (await calendar.get(renewed)).status_code == 200
        await pressed(client, "mine:", "end")
        assert (await calendar.get(renewed)).status_code == 404
        assert await addresses(client) == []


async def test_what_is_there_is_said_as_calendars_expect_it(site_house: SiteHouse) -> None:
    """All-day entries with the address of the page; a name; how often to ask again; nothing private."""
    path = await subscribed(site_house, NOUR)
    async with site_house.client() as client:
        answer = await client.get(path)
    calendar = Calendar.from_ical(answer.content)
    assert str(calendar["X-WR-CALNAME"]).startswith("Essai – Mes échéances")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT4H" in answer.content
    assert b"X-PUBLISHED-TTL:PT4H" in answer.content
    events = list(calendar.walk("VEVENT"))
    assert events
    for one in events:
        assert b"DTSTART;VALUE=DATE:" in one.to_ical()
        organisation, file = str(one["UID"]).split("/")[:2]
        assert organisation == ORGANISATION
        assert str(one["UID"]).endswith("@escale")
        assert str(one["URL"]).endswith(f"/o/demo/dossiers/{file}/echeances")
        assert " – " in str(one["SUMMARY"])
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["referrer-policy"] == "no-referrer"


async def test_unchanged_is_304_and_a_change_is_not(site_house: SiteHouse) -> None:
    """By a strong tag, of the same bytes for the same entries; within the minute nobody looks again."""
    path = await subscribed(site_house, NOUR)
    clock = itertools.count(0, 61)
    vars(site_house.site)["feed_pace"] = FeedPace(lambda: float(next(clock)))
    async with site_house.client() as client:
        first = await client.get(path)
        tag = first.headers["etag"]
        assert tag.startswith('"')
        again = await client.get(path, headers={"if-none-match": f'"other", W/{tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert (await client.get(path, headers={"accept-language": "en"})).content == first.content
        await _phoned(site_house)
        changed = await client.get(path, headers={"if-none-match": tag})
        assert changed.status_code == 200
        assert changed.headers["etag"] != tag


async def test_within_a_minute_what_was_given_stands(site_house: SiteHouse) -> None:
    """A copy that was given is still good; whoever has none gets a few, then is asked to wait."""
    path = await subscribed(site_house, NOUR)
    async with site_house.client() as client:
        tag = (await client.get(path)).headers["etag"]
        await _phoned(site_house)
        assert (await client.get(path, headers={"if-none-match": tag})).status_code == 304
        answers = [(await client.get(path)).status_code for _ in range(MOST)]
        assert answers == [200] * (MOST - 1) + [429]


async def test_a_calendar_shows_what_its_owner_may_read_now(site_house: SiteHouse) -> None:
    """A region’s, a programme’s; of what one does not read, nothing, and none is offered."""
    for calendar, files in (
        ("region:paca-corse", {"noailles", "citees"}),
        (f"programme:{PROGRAMME}", {"noailles"}),
    ):
        path = await subscribed(site_house, NOUR, calendar)
        assert {one.split("/")[1] for one in await entries(site_house, path)} == files
    mine = await subscribed(site_house, CAMILLE)
    assert await entries(site_house, mine) == {}
    async with site_house.client_as(CAMILLE) as client:
        assert (await pressed(client, "region:paca-corse", "make")).status_code == 404
        assert "region:" not in (await client.get("/moi")).text


async def test_whoever_loses_the_role_loses_the_entries(site_house: SiteHouse) -> None:
    """At the next fetch, without renewing anything."""
    ada = next(iter((await site_house.site.service.files.organisation(ORGANISATION)).people))
    path = await subscribed(site_house, NOUR, "region:paca-corse")
    assert await entries(site_house, path)
    people = await site_house.site.service.files.organisation(ORGANISATION)
    grants = [key for key, one in people.grants.items() if one.person == NOUR]
    for grant in grants:
        await give(site_house, ada, "RevokeRole", grant=grant, reason="Essai", review=None)
    await site_house.fold()
    assert await entries(site_house, path) == {}


async def test_an_address_that_is_none_does_not_exist(site_house: SiteHouse) -> None:
    """Word for word as any other page; and nobody signs in by one."""
    async with site_house.client() as client:
        for path in ("/cal/x.ics", f"/cal/{'0' * 64}.ics"):
            assert (await client.get(path)).status_code == 404
        path = await subscribed(site_house, NOUR)
        answer = await client.get(path)
        assert "set-cookie" not in answer.headers
        assert (await client.post("/moi/agendas", data={"do": "make"})).status_code == 303
    async with site_house.client_as(NOUR) as client:
        for calendar, do in (("mine:", "burn"), ("other:", "make"), ("", "make"), ("region:a\0", "renew")):
            assert (await pressed(client, calendar, do)).status_code == 404


async def _phoned(site: SiteHouse) -> None:
    """Nour speaks with a collective: its next contact is due later."""
    phoned = {"type": "RecordContact", "command_id": uuid4().hex, "cooperation": "noailles", "kind": "phone"}
    done = site.house.do(phoned, person=NOUR)
    assert done.code == 0, done.out
    await site.fold()
