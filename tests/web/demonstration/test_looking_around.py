"""A simulation is looked at without an account from its own machine only; opening it keeps nothing."""

import re

import pytest

from tests.cli.house import CAMILLE, NOUR
from tests.web.house import SiteHouse
from web.site import Site

HERE = "http://127.0.0.1:8421"


@pytest.fixture
def here(site_house: SiteHouse) -> SiteHouse:
    """The site as the embedded stack serves it: reached on this machine."""
    return reached_at(site_house, HERE)


def reached_at(site_house: SiteHouse, address: str) -> SiteHouse:
    """The same site where people reach it at an address."""
    settings = site_house.site.settings.model_copy(update={"public_url": address})
    return SiteHouse(site_house.house, Site(settings, site_house.site.service))


async def test_opening_it_shows_it_as_the_manager_of_most_files_and_keeps_no_session(here: SiteHouse) -> None:
    """Nour is in charge of both cooperations. A GET changes nothing: no cookie, no row."""
    async with here.client() as client:
        answer = await client.get("/o/demo/")
        door = await client.get("/demonstration/demo")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert "SIMULATION – il est le lundi 23 novembre 2026 ici</title>" in answer.text
    assert "/demonstration/demo" in answer.text
    assert "Nour Modèle" in door.text
    assert await here.site.service.pool.fetchval("SELECT count(*) FROM access.sessions") == 0


@pytest.mark.parametrize(
    ("public", "asked", "status"),
    [
        (HERE, "127.0.0.1", 200),
        (HERE, "localhost", 200),
        (HERE, "escale.example.org", 303),
        ("https://escale.example.org", "127.0.0.1", 303),
        ("", "127.0.0.1", 303),
    ],
)
async def test_from_elsewhere_nobody_looks_around(
    site_house: SiteHouse, public: str, asked: str, status: int
) -> None:
    """Nor through a proxy on the same machine, whatever it says of who asks."""
    async with reached_at(site_house, public).client(host=asked) as client:
        assert (await client.get("/o/demo/")).status_code == status
    if public:
        async with reached_at(site_house, public).client(host=asked) as client:
            assert (await client.get("/demonstration/demo")).status_code == (200 if status == 200 else 404)


async def test_a_real_organisation_has_no_such_door(here: SiteHouse) -> None:
    """Whoever is nobody there is led to the way in; the door is not there."""
    here.house.found("vraie", "real")
    async with here.client() as client:
        assert (await client.get("/o/vraie/")).status_code == 303
        assert (await client.get("/demonstration/vraie")).status_code == 404


async def test_one_sees_it_as_anybody_by_a_form(here: SiteHouse) -> None:
    """The people of the simulation with their roles; a forged form, and somebody who is none of them, open nothing."""
    async with here.client() as client:
        door = await client.get("/demonstration/demo")
        assert "Camille Exemple" in door.text
        stranger = await client.post("/demonstration/demo", data={"person": "p-000000000000"})
        assert (stranger.status_code, "set-cookie" in stranger.headers) == (404, False)
        entered = await client.post("/demonstration/demo", data={"person": CAMILLE})
        assert (entered.status_code, entered.headers["location"]) == (303, "/o/demo/")
        again = await client.get("/demonstration/demo")
    current = re.search(r'<tr aria-current="true">.*?</tr>', again.text, re.DOTALL)
    assert current
    assert "Camille Exemple" in current[0]


async def test_who_looks_around_is_in_one_organisation_only(here: SiteHouse) -> None:
    """A session of the demonstration opens nothing else."""
    async with here.client_as(NOUR) as client:
        assert (await client.get("/o/autre/")).status_code == 404


async def test_a_form_of_whoever_looks_around_needs_its_token(here: SiteHouse) -> None:
    """Also before anybody was chosen: the token is in the page."""
    async with here.client() as client:
        page = await client.get("/o/demo/horloge")
        token = re.search(r'name="csrf" value="([^"]+)"', page.text)
        assert token
        assert (await client.post("/o/demo/horloge", data={"by": "P1D"})).status_code == 403
        sent = {"by": "P1D", "csrf": token[1]}
        assert (await client.post("/o/demo/horloge", data=sent)).status_code == 303
