"""Before anything is handed over: from whom, to whom, why, and what stands in the way."""

from tests.cli.house import NOUR
from tests.web.files.reading import text_of
from tests.web.house import SiteHouse
from tests.web.people.test_handing_over import PAGE, checked, managers
from tests.web.people.test_people import administrator


async def test_what_stands_in_the_way_is_told_before_anything_is_recorded(site_house: SiteHouse) -> None:
    """Camille holds no role in the region: each file says so, and nothing can be done yet."""
    async with site_house.client_as(await administrator(site_house)) as client:
        check = await checked(client)
    text = text_of(check.text)
    assert "De Nour Modèle à Camille Exemple · 2 dossiers. Rien n’est encore enregistré" in text
    assert "Noailles" in text
    assert text.count("pas possible") == 2
    assert 'value="record"' not in check.text
    assert NOUR in await managers(site_house, "noailles")


async def test_nothing_is_handed_over_without_saying_from_whom_to_whom_and_why(site_house: SiteHouse) -> None:
    """Each at its field; what was typed stays. Another's job is no page."""
    async with site_house.client_as(await administrator(site_house)) as client:
        page = await checked(client, to=NOUR, reason=" ")
        assert page.status_code == 422
        assert "C’est la même personne." in page.text
        assert "Dites pourquoi." in page.text
        assert f'value="{NOUR}" selected' in page.text
        assert (await client.get(f"{PAGE}/rien")).status_code == 404
    async with site_house.client_as(NOUR) as client:
        refused = await client.get(PAGE)
        assert refused.status_code == 409
        assert "Réservé à l’administration." in text_of(refused.text)
