"""At the forms: the password again before what is weighty, and the letter to whoever was registered."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from domain.kernel.ids import person_id
from queries.founding import administrator_of
from tests.cli.house import ADMINISTRATOR
from tests.web.access.conftest import PASSWORD, People
from tests.web.forms.filling import form_on
from tests.web.house import ORGANISATION

RULEBOOKS = Path(__file__).parents[3] / "programmes"


@pytest.fixture
async def administrator(people: People) -> AsyncIterator[httpx.AsyncClient]:
    """A browser in which the administrator is signed in."""
    access = people.house.site.access
    account = await access.memberships.account_of(ORGANISATION, administrator_of(ORGANISATION))
    assert account
    await access.accounts.set_password(account, await access.passwords.hash(PASSWORD))
    async with people.browser() as client:
        assert (await people.sign_in(client, address=ADMINISTRATOR)).status_code == 303
        yield client


async def _fill_in(client: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
    """Fill in the form of a command, look at what follows where it shows that first, and record it."""
    form = form_on((await client.get(path)).text)
    first = next(one for one in form.buttons if one in ("continue", "check", "record"))
    chosen = {name: offered[0] for name, offered in form.offered.items() if name not in form.values}
    sent = await client.post(form.action, data=form.filled(do=first, **(chosen | fields)))
    if first == "record":
        return sent
    assert sent.status_code == 200, sent.text[sent.text.index("<main") :]
    check = form_on(sent.text)
    return await client.post(form.action, data=check.filled(do="record"))


async def test_whoever_is_registered_gets_a_letter_and_chooses_a_password(
    people: People, administrator: httpx.AsyncClient
) -> None:
    """To the address that they were registered with; nothing else has to be done for them."""
    recorded = await _fill_in(
        administrator,
        "/o/demo/faire/RegisterPerson",
        name="Alix Neuf",
        email="alix.neuf@example.org",
        language="fr",
    )
    assert recorded.status_code == 303
    [link] = await people.links()
    async with people.browser() as client:
        shown = await client.get(link)
        assert "Alix Neuf" in shown.text
        assert (await people.press(client, link, password=PASSWORD)).status_code == 303
        found = await people.house.site.sessions.find(client.cookies["escale"])
        assert found
        assert found.account
    access = people.house.site.access
    [known] = await access.memberships.of_account(found.account)
    organisation = await people.house.site.service.files.organisation(ORGANISATION)
    assert known.person == list(organisation.people)[-1]
    assert known.person.startswith(person_id("x")[:2])


async def test_a_role_is_given_with_the_password_and_what_was_filled_in_is_still_there(
    people: People, administrator: httpx.AsyncClient
) -> None:
    """Ten minutes after it was last given it is asked for again, and leads back to the form."""
    await people.owner.execute("UPDATE access.sessions SET proved_at = now() - interval '11 minutes'")
    organisation = await people.house.site.service.files.organisation(ORGANISATION)
    person = next(one for one in organisation.people if one != administrator_of(ORGANISATION))
    fields = {"person": person, "role": "auditor"}
    stopped = await _fill_in(administrator, "/o/demo/faire/GrantRole", **fields)
    assert stopped.status_code == 303
    assert stopped.headers["location"].startswith("/connexion/verification?retour=")
    grants = len((await people.house.site.service.files.organisation(ORGANISATION)).grants)
    [back] = form_on((await administrator.get(stopped.headers["location"])).text).values["retour"]
    proved = await people.press(administrator, "/connexion/verification", password=PASSWORD, retour=back)
    assert proved.headers["location"].startswith("/o/demo/faire/GrantRole?brouillon=")
    recorded = await _fill_in(administrator, proved.headers["location"])
    assert recorded.status_code == 303
    assert len((await people.house.site.service.files.organisation(ORGANISATION)).grants) == grants + 1


async def test_a_rulebook_is_published_with_the_password_and_its_text_is_still_there(
    people: People, administrator: httpx.AsyncClient
) -> None:
    """Checking asks for nothing; publishing does, and leads back to the text as it was written."""
    address = "/o/demo/programmes/verifier"
    text = (RULEBOOKS / "tec.yaml").read_text("utf-8").replace("programme: tec", "programme: essai", 1)
    await people.owner.execute("UPDATE access.sessions SET proved_at = now() - interval '11 minutes'")
    form = form_on((await administrator.get(address)).text)
    checked = await administrator.post(address, data=form.filled(do="check", content=text))
    stopped = await administrator.post(
        address, data=form_on(checked.text).filled(do="record", reason="La première")
    )
    assert stopped.headers["location"].startswith("/connexion/verification?retour=")
    [back] = form_on((await administrator.get(stopped.headers["location"])).text).values["retour"]
    proved = await people.press(administrator, "/connexion/verification", password=PASSWORD, retour=back)
    again = form_on((await administrator.get(proved.headers["location"])).text)
    assert again.values["reason"] == ["La première"]
    assert (await administrator.post(address, data=again.filled(do="record"))).status_code == 303
    organisation = await people.house.site.service.files.organisation(ORGANISATION)
    assert "essai@3" in organisation.rulebooks
