"""Somebody as a page: roles with their days, files in charge, what waits for them; how they sign in, for some."""

import pytest

from tests.cli.house import CHARLIE, NOUR
from tests.support.imported import person_of
from tests.web.files.reading import read, text_of
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.people.test_people import PEOPLE, administrator

EDEN = person_of("eden")
PAGE = f"{PEOPLE}/{NOUR}"


async def test_roles_files_and_what_waits_are_told_to_whom_may_read_them(site_house: SiteHouse) -> None:
    """An administrator reads all of it; somebody of a jury sees the roles, and nothing of files in full."""
    ada = await administrator(site_house)
    html = await read(site_house, ada, PAGE)
    text = text_of(html)
    assert "Nour Modèle" in text
    assert "depuis le" in text
    assert "Noailles" in text
    assert f"/faire/ChangePerson?person={NOUR}" in html
    assert f"/personnes/passation?de={NOUR}" in html
    others = text_of(await read(site_house, CHARLIE, PAGE))
    assert "chargé·e de mission" in others
    assert "@example.org" not in others
    assert "Pas encore de compte" not in others


async def test_an_auditor_reads_why_no_act_is_theirs(site_house: SiteHouse) -> None:
    """Where the buttons of administrators are, the reason stands."""
    html = await read(site_house, EDEN, PAGE)
    assert "Réservé à l’administration" in text_of(html)
    assert "/faire/ChangePerson" not in html


async def test_administrators_learn_when_somebody_last_signed_in(site_house: SiteHouse) -> None:
    """That there is no account yet; then how they sign in, and when they last did."""
    ada, access = await administrator(site_house), site_house.site.access
    assert "Pas encore de compte" in text_of(await read(site_house, ada, PAGE))
    account = await access.memberships.account_of(ORGANISATION, NOUR)
    assert account is not None
    assert "jamais de connexion" in text_of(await read(site_house, ada, PAGE))
    await access.sign_ins.note(account, "password", "in")
    assert "dernière connexion le" in text_of(await read(site_house, ada, PAGE))


@pytest.mark.parametrize("key", ["p-000000000000", "personne"])
async def test_nobody_is_no_page(site_house: SiteHouse, key: str) -> None:
    """As every address of what does not exist."""
    async with site_house.client_as(await administrator(site_house)) as client:
        assert (await client.get(f"{PEOPLE}/{key}")).status_code == 404
