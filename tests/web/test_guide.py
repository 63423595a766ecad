"""Help and the accessibility statement are for everybody, in both languages, and lead from every page."""

import re

from tests.cli.house import CAMILLE
from tests.web.house import SiteHouse


async def test_who_is_not_signed_in_reads_them_too(site_house: SiteHouse) -> None:
    """The law wants the state of conformance on every page: before the door as behind it."""
    async with site_house.client() as client:
        door = await client.get("/connexion")
        statement = await client.get("/accessibilite")
        english = await client.get("/aide", headers={"accept-language": "en"})
    assert "Accessibilité\u00a0: non conforme" in door.text
    assert statement.status_code == 200
    assert "Défenseur des droits" in statement.text
    assert "Where to begin" in english.text


async def test_every_page_leads_to_them_but_paper(site_house: SiteHouse) -> None:
    """The first view still takes five requests: the icon lies within the page."""
    async with site_house.client_as(CAMILLE) as client:
        home = (await client.get("/o/demo/")).text
    assert 'href="/aide"' in home
    assert len(set(re.findall(r'"(/statique/[^"]+)"', home))) == 4
