"""People and their roles as a page: who may change them is offered the forms, addresses are for administrators."""

import re

from tests.cli.house import CAMILLE, CHARLIE, NOUR
from tests.web.files.reading import read, text_of
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.reviews.making import give

PEOPLE = f"/o/{ORGANISATION}/personnes"
ADDRESS = "nour.modele@example.org"


async def administrator(site: SiteHouse) -> str:
    """Who founded the organisation."""
    return next(iter((await site.site.service.files.organisation(ORGANISATION)).people))


async def test_administrators_see_addresses_and_change_what_is_there(site_house: SiteHouse) -> None:
    """Each role with its region and days, taken back by the form that names the grant."""
    ada = await administrator(site_house)
    html = await read(site_house, ada, PEOPLE)
    text = text_of(html)
    assert ADDRESS in text
    assert re.search(r"Nour Modèle chargé·e de mission \([^)]+\) depuis le \d", text)
    assert f"/faire/ChangePerson?person={NOUR}" in html
    assert f"/faire/GrantRole?person={NOUR}" in html
    assert 'href="/o/demo/faire/RegisterPerson"' in html
    assert 'href="/o/demo/personnes/passation"' in html
    people = await site_house.site.service.files.organisation(ORGANISATION)
    grant = next(key for key, one in people.grants.items() if one.person == NOUR)
    path = f"/o/demo/faire/RevokeRole?grant={grant.replace('/', '%2F').replace(':', '%3A')}"
    assert path in html
    assert "Nour Modèle" in text_of(await read(site_house, ada, path))


async def test_others_see_who_does_what_and_no_address(site_house: SiteHouse) -> None:
    """Nor a form that would be refused to them."""
    html = await read(site_house, CHARLIE, PEOPLE)
    text = text_of(html)
    assert "Nour Modèle" in text
    assert "jury national" in text
    assert "@example.org" not in text
    assert "/faire/ChangePerson" not in html
    assert "/faire/RevokeRole" not in html


async def test_a_role_until_a_day_says_so(site_house: SiteHouse) -> None:
    """The last day that it is held is in it."""
    ada = await administrator(site_house)
    await give(site_house, ada, "GrantRole", person=CAMILLE, role="auditor", until="2027-06-30", review=None)
    text = text_of(await read(site_house, ada, PEOPLE))
    assert "audit (toutes les régions) du 23 nov. 2026 au 30 juin 2027" in text
