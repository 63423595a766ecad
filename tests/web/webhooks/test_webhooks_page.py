"""Other systems that are told what happens: looked after by administrators; what leaves is judged as in lists."""

import asyncio
import html
import re
from dataclasses import replace
from datetime import timedelta

import asyncpg
import httpx
import pytest

from bootstrap_temporal import webhook_sender_of
from queries.digest import digest_of
from queries.tasks import count_tasks
from queries.visit import introduced
from tests.cli.house import CAMILLE, NOUR
from tests.support.waiting import wait_until
from tests.web.api.tokens import program_of
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.reviews.making import give
from tests.webhooks.receiver import Receiver, receiving
from webhooks.posting import Posting
from webhooks.sender import Patience, Sender

PAGE = f"/o/{ORGANISATION}/organisation/webhooks"
_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
_SECRET = re.compile(r"<code>(whsec_[^<]+)</code>")
_ONE = re.compile(rf'href="({PAGE}/[^"]+)"')


@pytest.fixture(autouse=True)
async def nobody_is_told(site_house: SiteHouse) -> None:
    """Nothing that another test left; receivers on this machine are allowed."""
    owner = await asyncpg.connect(site_house.house.database.superuser_dsn)
    await owner.execute("TRUNCATE webhooks.subscriptions CASCADE")
    await owner.close()
    vars(site_house.site)["webhook_posting"] = Posting(loopback=True)


async def administrator(site: SiteHouse) -> str:
    """Who founded the organisation."""
    return next(iter((await site.site.service.files.organisation(ORGANISATION)).people))


async def press(client: httpx.AsyncClient, page: str, **fields: str | list[str]) -> httpx.Response:
    """Send a form of a page."""
    found = _TOKEN.search((await client.get(page)).text)
    assert found
    return await client.post(page, data={"csrf": found[1], **fields})


async def added(client: httpx.AsyncClient, url: str, *families: str) -> tuple[str, str]:
    """The page of a new subscription, and its secret."""
    made = await press(client, PAGE, url=url, family=list(families))
    assert made.status_code == 200, made.text
    assert made.headers["cache-control"] == "no-store"
    [secret], [page] = _SECRET.findall(made.text), _ONE.findall(made.text)
    return page, html.unescape(secret)


def _sender(site: SiteHouse) -> Sender:
    """A worker's sender that may reach receivers on this machine."""
    service = site.site.service
    return webhook_sender_of(
        replace(service, settings=service.settings.model_copy(update={"webhooks_to_this_machine": True}))
    )


async def told(site: SiteHouse, receiver: Receiver, number: int) -> None:
    """Let a worker's sender work until so much was heard."""
    stop = asyncio.Event()
    working = asyncio.create_task(_sender(site).run(stop))

    async def heard() -> bool:
        return len(receiver.heard) >= number

    try:
        await wait_until(heard, f"{number} are heard")
    finally:
        stop.set()
        await working


async def test_an_administrator_adds_tries_rotates_replays_and_ends(site_house: SiteHouse) -> None:
    """The secret is shown once; deliveries are listed with their answers."""
    async with receiving() as receiver, site_house.client_as(await administrator(site_house)) as client:
        assert PAGE in (await client.get(f"/o/{ORGANISATION}/organisation")).text
        page, secret = await added(client, receiver.url)
        assert secret not in (await client.get(page)).text
        assert (await press(client, page, do="ping")).status_code == 303
        await told(site_house, receiver, 1)
        shown = (await client.get(page)).text
        assert "escale.Ping" in shown
        assert "<td>204</td>" in shown
        assert receiver.heard[0].verifies(secret)
        rotated = await press(client, page, do="rotate")
        [another] = _SECRET.findall(rotated.text)
        assert (await press(client, page, do="replay", position="zwei")).status_code == 422
        assert (await press(client, page, do="replay", position="1")).status_code == 303
        await told(site_house, receiver, 4)
        assert [one.position for one in receiver.heard[1:4]] == [1, 2, 3]
        assert receiver.heard[1].verifies(secret)
        assert receiver.heard[1].verifies(html.unescape(another))
        assert (await press(client, page, do="burn")).status_code == 404
        assert (await press(client, page, do="end")).headers["location"] == PAGE
        assert (await client.get(page)).status_code == 404


async def test_addresses_inside_and_without_https_are_refused_in_words(site_house: SiteHouse) -> None:
    """What was typed is still there."""
    vars(site_house.site)["webhook_posting"] = Posting()
    async with site_house.client_as(await administrator(site_house)) as client:
        for url, sentence in (
            ("http://127.0.0.1:8000/", "Elle doit commencer par https://."),
            ("https://127.0.0.1/x", "seules les adresses publiques sont permises"),
            ("https://[::1]/x", "seules les adresses publiques sont permises"),
            ("", "Elle doit commencer par https://."),
        ):
            refused = await press(client, PAGE, url=url, family=["money"])
            assert refused.status_code == 422
            assert sentence in refused.text
            assert f'value="{url}"' in refused.text
            assert 'value="money" checked' in refused.text
        assert "Aucun logiciel n’est prévenu" in (await client.get(PAGE)).text


async def test_nobody_else_comes_there(site_house: SiteHouse) -> None:
    """Neither to the list nor to one; nor by posting."""
    async with receiving() as receiver, site_house.client_as(await administrator(site_house)) as client:
        page, _ = await added(client, receiver.url)
    async with site_house.client_as(CAMILLE) as client:
        assert (await client.get(PAGE)).status_code == 409
        assert (await client.get(page)).status_code == 404
        token = _TOKEN.search((await client.get("/moi")).text)
        assert token
        for path, status in ((PAGE, 409), (page, 404)):
            fields = {"csrf": token[1], "url": receiver.url, "do": "end"}
            assert (await client.post(path, data=fields)).status_code == status
    async with site_house.client_as(await administrator(site_house)) as client:
        assert (await client.get(page)).status_code == 200


async def test_what_its_owner_may_not_read_is_withheld(site_house: SiteHouse) -> None:
    """In the name of somebody of another region: their organisation's pages are closed to them, so is what is sent."""
    service, webhooks = site_house.site.service, site_house.site.webhooks
    head = (await service.ledger.head(ORGANISATION)).position
    async with receiving() as receiver:
        kept, _ = await webhooks.add(ORGANISATION, CAMILLE, receiver.url, (), head)
        await webhooks.add(ORGANISATION, NOUR, receiver.url, (), head)
        phoned = {"cooperation": "noailles", "command_id": "webhook/1"}
        done = site_house.house.do({"type": "RecordContact", "kind": "phone", **phoned}, person=NOUR)
        assert done.code == 0, done.out
        await told(site_house, receiver, 1)
        ada = await administrator(site_house)
        await give(
            site_house,
            ada,
            "NameRegion",
            region="bretagne",
            name_fr="Armorique",
            name_en="Armorica",
            review=None,
        )

        async def withheld() -> bool:
            found = await webhooks.deliveries(ORGANISATION, kept)
            return len(found) > 1 and {one.state for one in found} == {"withheld"}

        stop = asyncio.Event()
        working = asyncio.create_task(_sender(site_house).run(stop))
        await wait_until(withheld, "all is withheld")
        stop.set()
        await working
    assert {one.said["data"]["file"] for one in receiver.heard} == {"noailles"}


async def test_who_is_told_nothing_any_more_is_a_task_of_administrators(site_house: SiteHouse) -> None:
    """On their first page, in its count, in the API and in their digest, until they resume."""
    ada = await administrator(site_house)
    async with receiving() as receiver, site_house.client_as(ada) as client:
        page, _ = await added(client, receiver.url)
        before = await waits_for(site_house, ada)
        owner = await asyncpg.connect(site_house.house.database.superuser_dsn)
        await owner.execute("UPDATE webhooks.subscriptions SET stopped_at = now(), stopped_for = 'failing'")
        await owner.close()
        home = (await client.get(f"/o/{ORGANISATION}/?genre=webhook-stopped")).text
        assert f'<a href="{page}">Annonces à l’arrêt, à remettre en service\u00a0: 127.0.0.1</a>' in home
        assert "n’a pas répondu pendant cinq jours" in (await client.get(page)).text
        assert await waits_for(site_house, ada) == before + 1
        assert _TASK in await digest(site_house, ada)
        async with program_of(site_house, ada) as program:
            [task] = (await program.get("tasks?kind=webhook-stopped")).json()["rows"]
            assert (task["subject"], task["waits_for"]) == (page.rpartition("/")[2], [ada])
        async with site_house.client_as(NOUR) as other:
            assert _TASK not in (await other.get(f"/o/{ORGANISATION}/?autres=1")).text
        assert _TASK not in await digest(site_house, NOUR)
        await press(client, page, do="resume")
        assert _TASK not in (await client.get(f"/o/{ORGANISATION}/")).text
        assert await waits_for(site_house, ada) == before


_TASK = "Annonces à l’arrêt"


async def waits_for(site: SiteHouse, person: str) -> int:
    """How many things are counted that wait for somebody."""
    return await count_tasks(await introduced(site.site.service, ORGANISATION, person))


async def digest(site: SiteHouse, person: str) -> str:
    """What waits for somebody as their weekly letter tells it."""
    visit = await introduced(site.site.service, ORGANISATION, person)
    told = (await site.site.service.ledger.head(ORGANISATION)).position
    found = await digest_of(visit, told, {}, visit.now, "")
    parts = found.parts if found else ()
    return " ".join(line.said for part in parts if part.kind == "waiting" for line in part.lines)


def test_waits_grow_to_half_a_day() -> None:
    """A minute, two, four … twelve hours."""
    waits = [Patience().after(attempt) for attempt in range(1, 13)]
    assert waits[:3] == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert waits[-1] == timedelta(hours=12)
