"""Settings: what is there, what is still to be done before it works, a letter to oneself."""

from tests.cli.house import CHARLIE, NOUR
from tests.web.files.reading import read, text_of
from tests.web.house import SiteHouse
from tests.web.organisation.test_training import SETTINGS, account_of, signed_in
from tests.web.people.test_handing_over import pressed
from tests.web.people.test_people import administrator


async def test_what_is_settled_and_what_is_still_to_be_done(site_house: SiteHouse) -> None:
    """Administrators name a region; auditors read why they do not; a jury is told whose the page is."""
    ada = await administrator(site_house)
    html = await read(site_house, ada, SETTINGS)
    text = text_of(html)
    for wanted in ("Genre simulation", "Administration Ada Exemple", "par mot de passe"):
        assert wanted in text, text
    assert "/faire/NameRegion" in html
    assert "Pour commencer" not in text
    others = text_of(await read(site_house, NOUR, SETTINGS))
    assert "Réservé à l’administration." in others
    async with site_house.client_as(CHARLIE) as client:
        answer = await client.get(SETTINGS)
    assert answer.status_code == 409


async def test_a_test_letter_goes_to_whoever_asks(site_house: SiteHouse) -> None:
    """By the outbox, as all mail does."""
    ada = await administrator(site_house)
    await account_of(site_house, ada)
    async with site_house.client(await signed_in(site_house, ada)) as client:
        answer = await pressed(client, await client.get(SETTINGS), SETTINGS, do="test-letter")
        assert "La lettre d’essai est partie" in text_of((await client.get(answer.headers["location"])).text)
    letters = await site_house.site.service.outbox.letters("demo", recipient=ada)
    assert [one.purpose for one in letters][:1] == ["sign-in"]
