"""Tokens in pages: made after the password was given again, shown once, ended by their owner or an administrator."""

import re

from tests.cli.house import ADMINISTRATOR, CAMILLE
from tests.web.access.conftest import PASSWORD, People
from tests.web.api.tokens import token_of

MINE, NEW, EVERYBODYS = "/moi/jetons", "/moi/jetons/nouveau", "/o/demo/organisation/jetons"
_TEXT = re.compile(r"esc_\w{46}")
_CSRF = re.compile(r'name="csrf" value="([^"]+)"')
_ID = re.compile(r'name="id" value="([^"]+)"')


async def test_a_token_is_made_by_whoever_proves_who_they_are(people: People) -> None:
    """The password first, where it was given too long ago; the text is on one page, and on none afterwards."""
    async with people.browser() as client:
        await people.sign_in(client)
        await people.owner.execute("UPDATE access.sessions SET proved_at = now() - interval '11 minutes'")
        asked = await client.get(NEW)
        assert asked.status_code == 303
        csrf = _CSRF.search((await client.get("/moi")).text)
        assert csrf
        sent = {
            "csrf": csrf[1],
            "id": "x",
            "organisation": "demo",
            "name": "C",
            "scope": "read",
            "days": "30",
        }
        assert (await client.post(NEW, data=sent)).status_code == 303
        assert await people.house.site.access.tokens.of_person("demo", CAMILLE) == []
        proof = await people.press(client, asked.headers["location"], password=PASSWORD)
        assert proof.status_code == 303
        shown = await client.get(NEW)
        number = _ID.search(shown.text)
        assert number
        fields = {"id": number[1], "organisation": "demo", "name": "Compta", "scope": "read", "days": "30"}
        made = await people.press(client, NEW, **fields)
        held = _TEXT.search(made.text)
        assert held
        assert made.headers["cache-control"] == "no-store"
        again = await people.press(client, NEW, **fields)
        mine = await client.get(MINE)
        assert "a déjà été montré" in again.text
        assert "Compta" in mine.text
        assert held[0] not in again.text + mine.text
    [token] = await people.house.site.access.tokens.of_person("demo", CAMILLE)
    assert token.scopes == {"read"}
    assert token.account


async def test_what_lacks_is_told_and_nothing_is_made(people: People) -> None:
    """A name, and something that it may do; what was ticked is still ticked."""
    async with people.browser() as client:
        await people.sign_in(client)
        wrong = await people.press(client, NEW, id="x", organisation="demo", scope="money", days="30")
        nothing = await people.press(client, NEW, id="x", organisation="demo", name="Compta", days="30")
        elsewhere = await people.press(
            client, NEW, id="x", organisation="rien", name="C", scope="read", days="30"
        )
    assert [one.status_code for one in (wrong, nothing, elsewhere)] == [422] * 3
    assert 'value="money" checked' in wrong.text
    assert await people.house.site.access.tokens.of_organisation("demo") == []


async def test_one_ends_ones_own_and_administrators_any(people: People) -> None:
    """Another’s is as if there were none, but for administrators, who see whose each is."""
    await token_of(people.house, ADMINISTRATOR)
    await token_of(people.house, CAMILLE)
    tokens = people.house.site.access.tokens
    [theirs], [own] = [await tokens.of_person("demo", one) for one in (ADMINISTRATOR, CAMILLE)]
    async with people.house.client_as(CAMILLE) as client:
        assert (await client.get(EVERYBODYS)).status_code == 409
        assert (await people.press(client, MINE, token=theirs.id)).status_code == 404
        assert (await people.press(client, MINE, token=own.id)).status_code == 303
    assert await tokens.of_person("demo", CAMILLE) == []
    await token_of(people.house, CAMILLE)
    [own] = await tokens.of_person("demo", CAMILLE)
    async with people.house.client_as(ADMINISTRATOR) as client:
        assert "Camille Exemple" in (await client.get(EVERYBODYS)).text
        assert (await people.press(client, EVERYBODYS, token=own.id)).status_code == 303
    assert await tokens.of_person("demo", CAMILLE) == []


async def test_a_token_is_good_while_its_account_is_its_person(people: People) -> None:
    """Whoever made it and is known by that address no more acts as the person no more."""
    async with people.browser() as client:
        await people.sign_in(client)
        number = _ID.search((await client.get(NEW)).text)
        assert number
        fields = {"id": number[1], "organisation": "demo", "name": "Compta", "scope": "read", "days": "30"}
        held = _TEXT.search((await people.press(client, NEW, **fields)).text)
        assert held
        sent = {"authorization": f"Bearer {held[0]}"}
        assert (await client.get("/api/v1/o/demo/tasks", headers=sent)).status_code == 200
        await people.owner.execute("UPDATE access.memberships SET place = 'elsewhere'")
        assert (await client.get("/api/v1/o/demo/tasks", headers=sent)).status_code == 401
