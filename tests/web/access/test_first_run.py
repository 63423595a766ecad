"""The first run: on an empty database, with the code, once."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.cli.house import House
from tests.support.postgres import Database
from tests.web.files.reading import text_of
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse, site_of_house

HERE = "/o/ma-fondation"
FIELDS = {
    "name": "Ma Fondation",
    "kind": "real",
    "person": "Ada Exemple",
    "address": "ada@example.org",
    "password": "une phrase assez longue",
}


@pytest.fixture
async def empty(database: Database, tmp_path: Path) -> AsyncIterator[SiteHouse]:
    """A site without any organisation."""
    async with site_of_house(House(tmp_path, database)) as made:
        yield made


async def test_an_organisation_is_founded_with_the_code_and_once(empty: SiteHouse) -> None:
    """Whoever has no code is told nothing; afterwards the page does not exist, and its founder is signed in."""
    code = await empty.site.access.first_run.new_code()
    async with empty.client() as client:
        assert (await client.get("/")).headers["location"] == "/premiers-pas"
        assert "Premiers pas" in (await client.get("/premiers-pas")).text
        guessed = await client.post("/premiers-pas", data=FIELDS | {"code": "AAAA-BBBB-CCCC-DDDD"})
        assert guessed.status_code == 422
        assert "Ma Fondation" in guessed.text
        assert FIELDS["password"] not in guessed.text
        lacking = await client.post("/premiers-pas", data={"code": code})
        assert lacking.status_code == 422
        assert lacking.text.count('aria-invalid="true"') == 4
        founded = await client.post("/premiers-pas", data=FIELDS | {"code": code.lower()})
        assert founded.status_code == 303
        assert founded.headers["location"] == "/o/ma-fondation/dossiers"
        await _begins(client)
        again = await client.post("/premiers-pas", data=FIELDS | {"code": code})
        assert again.status_code == 403  # it was sent without the token of the session
        assert (await client.get("/premiers-pas")).status_code == 404
    async with empty.client() as client:
        again = await client.post("/premiers-pas", data=FIELDS | {"code": code})
        assert again.status_code == 404
        assert "Cette page n’existe pas" in again.text
        signed = await client.post("/connexion", data=FIELDS)
        assert signed.status_code == 303


async def _begins(client: httpx.AsyncClient) -> None:
    """What is to be done stands on the first page and on the empty list; each act moves it on; then it is gone."""
    assert "Aucun dossier" in (await client.get(f"{HERE}/dossiers")).text
    assert await _to_do(client, "/dossiers") == await _to_do(client, "/") == 3
    await _gives(client, "RegisterPerson", "record", name="Camille Exemple", email="camille@example.org")
    assert await _to_do(client, "/") == 2
    opening = "OpenCooperation?programme=tec&region=bretagne"
    nobody = await client.get(f"{HERE}/faire/{opening}")
    assert "Personne ne peut encore être chargé d’un dossier dans cette région." in nobody.text
    _, camille = form_on((await client.get(f"{HERE}/faire/GrantRole")).text).offered["person"]
    role = {"person": camille, "role": "programme-manager", "region": "*"}
    checked = await _gives(client, "GrantRole", "check", **role)
    await client.post(f"{HERE}/faire/GrantRole", data=form_on(checked.text).filled(do="record"))
    assert await _to_do(client, "/") == 1
    assert form_on((await client.get(f"{HERE}/faire/{opening}")).text).offered["managers"] == [camille]


async def _to_do(client: httpx.AsyncClient, page: str) -> int:
    """How many steps are not done, without those that may be left."""
    return text_of((await client.get(HERE + page)).text).count("à faire")


async def _gives(client: httpx.AsyncClient, command: str, do: str, **typed: str) -> httpx.Response:
    form = form_on((await client.get(f"{HERE}/faire/{command}")).text)
    return await client.post(f"{HERE}/faire/{command}", data=form.filled(do=do, **typed))
