"""The clock of a simulation in its page: who moves it, how far, that it can be stopped, what happened meanwhile."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from domain.kernel.clock import ClockSetting
from tests.cli.house import NOUR
from tests.web.house import SiteHouse

PAGE = "/o/demo/horloge"


@pytest.fixture
async def nour(site_house: SiteHouse) -> AsyncIterator[httpx.AsyncClient]:
    """Nour at a browser, in a clock that stands still."""
    await site_house.site.service.clock_store.stop("demo")
    async with site_house.client_as(NOUR) as client:
        yield client


async def _send(client: httpx.AsyncClient, **fields: str) -> httpx.Response:
    page = await client.get(PAGE)
    token = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert token
    return await client.post(PAGE, data={"csrf": token[1], **fields})


async def _setting(site_house: SiteHouse) -> ClockSetting:
    setting = await site_house.site.service.clock_store.read("demo")
    assert setting
    return setting


async def test_it_is_taken_further_by_a_time_and_what_happens_is_listed_from_there(
    site_house: SiteHouse, nour: httpx.AsyncClient
) -> None:
    """The address says since when; until it is there the page shows how far it has come, and may be refreshed."""
    sent = await _send(nour, by="P1M")
    head = await site_house.site.service.ledger.head("demo")
    assert sent.headers["location"] == f"{PAGE}?depuis={head.position}&de=2026-11-23"
    page = await nour.get(sent.headers["location"])
    assert "Elle va vers le mercredi 23 décembre 2026." in page.text
    assert '<progress class="way" max="100" value="0"' in page.text
    assert "Actualiser" in page.text
    assert "Rien encore que vous puissiez lire." in page.text


async def test_it_is_stopped_and_taken_up_again(site_house: SiteHouse, nour: httpx.AsyncClient) -> None:
    """The day that was wanted is remembered in the address alone."""
    await _send(nour, to="2027-03-01")
    stopped = await _send(nour, act="stop", since="7")
    assert stopped.headers["location"] == f"{PAGE}?depuis=7&vers=2027-03-01"
    setting = await _setting(site_house)
    assert setting.target == setting.now
    page = await nour.get(stopped.headers["location"])
    assert "Reprendre jusqu’au jour visé" in page.text
    await _send(nour, to="2027-03-01")
    assert (await _setting(site_house)).target > setting.now


@pytest.mark.parametrize(
    "fields", [{"to": "2020-01-01"}, {"to": "2027-02-30"}, {"by": "bientôt"}, {"by": "P9999Y"}]
)
async def test_what_makes_no_sense_moves_nothing(
    site_house: SiteHouse, nour: httpx.AsyncClient, fields: dict[str, str]
) -> None:
    """It says why."""
    before = await _setting(site_house)
    refused = await _send(nour, **fields)
    assert refused.status_code == 400
    assert "<h1>" in refused.text
    assert await _setting(site_house) == before


@pytest.mark.parametrize("query", ["depuis=-1", "depuis=mille", "depuis=99999999999999999999", "de=x&vers=y"])
async def test_an_address_that_was_made_up_is_no_fault_of_ours(nour: httpx.AsyncClient, query: str) -> None:
    """Whatever stands in it."""
    assert (await nour.get(f"{PAGE}?{query}")).status_code < 500


async def test_what_happened_is_told_to_those_who_may_read_it(
    site_house: SiteHouse, nour: httpx.AsyncClient
) -> None:
    """From the beginning of the ledger: the phases of Noailles to Nour, with a way to the file."""
    page = await nour.get(f"{PAGE}?depuis=0")
    assert 'href="/o/demo/dossiers/noailles"' in page.text
    assert "entre en phase" in page.text


async def test_a_real_ledger_has_no_clock(site_house: SiteHouse, nour: httpx.AsyncClient) -> None:
    """There is nothing to advance."""
    site_house.house.found("vraie", "real")
    assert (await nour.get("/o/vraie/horloge")).status_code == 404
