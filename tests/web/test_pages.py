"""What holds of every page: who is let in, what the browser is told, how it ends when it does not end well."""

from tests.cli.house import CAMILLE
from tests.web.house import BASE, SiteHouse
from web.security.seals import way_back


async def test_nobody_signed_in_is_led_to_the_door_and_back(site_house: SiteHouse) -> None:
    """A page of an organisation is nobody's; the door remembers what was wanted."""
    async with site_house.client() as client:
        answer = await client.get("/o/demo/")
    assert answer.status_code == 303
    door, _, back = answer.headers["location"].partition("?retour=")
    assert (door, way_back(site_house.site, back)) == ("/connexion", "/o/demo/")


async def test_a_page_speaks_the_language_of_its_reader_and_says_it_is_a_simulation(
    site_house: SiteHouse,
) -> None:
    """French, unless the browser prefers English; the simulated day stands above everything."""
    async with site_house.client_as(CAMILLE) as client:
        french = await client.get("/o/demo/")
        english = await client.get("/o/demo/", headers={"accept-language": "en-GB,en;q=0.9"})
    assert "Ce qui vous attend" in french.text
    assert "lundi 23 novembre 2026 ici" in french.text
    assert "What waits for you" in english.text


async def test_what_is_not_there_and_what_may_not_be_seen_answer_alike(site_house: SiteHouse) -> None:
    """Another organisation, an address that is none: the same page, word for word."""
    async with site_house.client_as(CAMILLE) as client:
        nowhere = await client.get("/nulle-part")
        elsewhere = await client.get("/o/autre/")
    assert (nowhere.status_code, elsewhere.status_code) == (404, 404)
    assert nowhere.text == elsewhere.text


async def test_a_form_from_elsewhere_changes_nothing(site_house: SiteHouse) -> None:
    """By Sec-Fetch-Site, by Origin where it is missing, by the token of the session."""
    async with site_house.client_as(CAMILLE) as client:
        person = {"person": CAMILLE}
        cross = await client.post(
            "/demonstration/demo", data=person, headers={"sec-fetch-site": "cross-site"}
        )
        assert cross.status_code == 403
        del client.headers["sec-fetch-site"]
        assert (await client.post("/demonstration/demo", data=person)).status_code == 403
        own = {"origin": BASE}
        assert (await client.post("/demonstration/demo", data=person, headers=own)).status_code == 403
    async with site_house.client() as client:
        assert (await client.post("/demonstration/demo", data=person)).status_code == 303


async def test_the_browser_is_told_to_run_nothing_inline(site_house: SiteHouse) -> None:
    """Every answer carries the policy, pages that failed too."""
    async with site_house.client() as client:
        for address in ("/nulle-part", "/livez", "/demonstration/demo"):
            answer = await client.get(address)
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert "unsafe" not in answer.headers["content-security-policy"]
